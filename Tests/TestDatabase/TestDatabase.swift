public import Foundation
public import PostgresEngine
import SQLiteEngine
public import Storage

/// A database for one test, with nothing in it, that goes when the test does: in a file of its own, or on the server
/// that `TUZO_TEST_DATABASE` leads to.
///
/// The same tests run on either engine: `scripts/with-postgres swift test` has them run on a server.
public final class TestDatabase: Sendable {
    /// Whether this run is about the engine for servers.
    public static let isOnServer = DatabaseServer.tested != nil

    public let database: any SQLDatabase
    private let folder: URL?
    private let name: String?

    /// Opens one that has all tables.
    /// - Parameter place: Where its folder is made, where it must be a file.
    public static func migrated(below place: URL? = nil) async throws -> TestDatabase {
        let made = try await TestDatabase(isMigrated: true, below: place)
        if made.folder != nil { try await Migrations.apply(to: made.database) }
        return made
    }

    /// Opens one without any table.
    public static func empty() async throws -> TestDatabase { try await TestDatabase(isMigrated: false, below: nil) }

    private init(isMigrated: Bool, below place: URL?) async throws {
        if place == nil, let server = DatabaseServer.tested {
            let name = try await server.makeDatabase(isMigrated: isMigrated)
            database = try server.open(name)
            (self.name, folder) = (name, nil)
        } else {
            let place = place ?? FileManager.default.temporaryDirectory
            let folder = place.appending(path: "tuzo-test-\(UUID())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            database = try SQLiteDatabase.open(path: folder.appending(path: "tuzo.db").path)
            (self.folder, name) = (folder, nil)
        }
    }

    deinit {
        if let folder { try? FileManager.default.removeItem(at: folder) }
        if let name { DatabaseServer.tested?.drop(name) }
    }

    /// Opens the same database once more, as a second server does; `nil` where there can be none.
    public func another(_ adjust: (inout PostgresOptions) -> Void = { _ in }) throws -> (any SQLDatabase)? {
        try name.flatMap { try DatabaseServer.tested?.open($0, adjust) }
    }
}
