import GRDB
import Storage

extension DatabasePool {
    private static let writerCacheKiB = 65_536
    private static let readerCacheKiB = 4_096
    private static let checkpointPages = 20_000
    private static let busySeconds = 5.0
    private static let synchronousFull = 2

    static func toWrite(_ path: String, _ options: SQLiteOptions) throws -> DatabasePool {
        try StorageFailure.translating(path) {
            let pool = try DatabasePool(path: path, configuration: configuration(options))
            try pool.writeWithoutTransaction { writer in try setUp(writer, options) }
            return pool
        }
    }

    static func toRead(_ path: String, _ options: SQLiteOptions) throws -> DatabasePool {
        try StorageFailure.translating(path) {
            var configuration = configuration(options)
            configuration.readonly = true
            return try DatabasePool(path: path, configuration: configuration)
        }
    }

    private static func configuration(_ options: SQLiteOptions) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(busySeconds)
        configuration.maximumReaderCount = options.readerCount
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -\(readerCacheKiB)")
        }
        return configuration
    }

    /// Only now, because GRDB lowers `synchronous` to NORMAL once the hook above has run: a commit could be lost with
    /// the power. Recursive triggers are what lets a trigger see the rows that INSERT OR REPLACE deletes.
    private static func setUp(_ writer: Database, _ options: SQLiteOptions) throws {
        try writer.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA fullfsync = ON;
                PRAGMA checkpoint_fullfsync = ON;
                PRAGMA recursive_triggers = ON;
                PRAGMA cache_size = -\(writerCacheKiB);
                PRAGMA wal_autocheckpoint = \(checkpointPages);
                """)
        if !options.isSynced { return try writer.execute(sql: "PRAGMA synchronous = NORMAL") }
        if let pagesMax = options.pagesMax { try writer.execute(sql: "PRAGMA max_page_count = \(pagesMax)") }
        guard try Int.fetchOne(writer, sql: "PRAGMA synchronous") == synchronousFull else {
            throw StorageFailure.unavailable("SQLite refuses to sync every commit (PRAGMA synchronous = FULL)")
        }
    }
}
