import Foundation
import PostgresEngine
import SQLiteEngine
import Storage

/// A new database to play on: in a file in memory, or on the server that `TUZO_TEST_DATABASE` leads to.
struct Ground {
    let database: any SQLDatabase
    private let folder: MemoryFolder?
    private let onServer: (url: String, name: String)?

    static func open() async throws -> Ground {
        let ground = try Ground()
        try await Migrations.apply(to: ground.database)
        return ground
    }

    private init() throws {
        if let url = ProcessInfo.processInfo.environment["TUZO_TEST_DATABASE"] {
            let name = "tuzo_" + ProcessInfo.processInfo.globallyUniqueString.lowercased().filter(\.isHexDigit)
            try PostgresDatabase.administer(url, "CREATE DATABASE \(name)")
            database = try PostgresDatabase.open(url.replacing("/postgres", with: "/\(name)"))
            (onServer, folder) = ((url, name), nil)
        } else {
            let folder = try MemoryFolder()
            database = try SQLiteDatabase.open(path: folder.databasePath)
            (self.folder, onServer) = (folder, nil)
        }
    }

    /// Ends it; nothing of it is left.
    func close() async throws {
        await database.close()
        guard let onServer else { return }
        try PostgresDatabase.administer(onServer.url, "DROP DATABASE \(onServer.name) WITH (FORCE)")
    }
}
