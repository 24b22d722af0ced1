import Dispatch
import Foundation
import SQLiteEngine
import Storage

/// A folder of its own for a test; it goes when the test does.
final class EngineFolder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "tuzo-engine-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/tuzo.db" }
}

/// The bakery's stamp cards: one row per customer.
enum StampCard {
    static func open(in folder: EngineFolder, options: SQLiteOptions = SQLiteOptions()) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase.open(path: folder.database, options: options)
        try await database.write { connection in
            _ = try connection.execute("CREATE TABLE card (customer TEXT PRIMARY KEY, stamps BIGINT NOT NULL)")
        }
        return database
    }

    /// Gives a database the table of cards.
    static func open(_ database: any SQLDatabase) async throws {
        try await database.write { connection in
            _ = try connection.execute("CREATE TABLE card (customer TEXT PRIMARY KEY, stamps BIGINT NOT NULL)")
        }
    }

    static func issue(to customer: String, on connection: any SQLConnection) throws {
        try connection.execute("INSERT INTO card (customer, stamps) VALUES (\(customer), 0)")
    }

    static func count(_ connection: any SQLConnection) throws -> Int {
        try connection.first("SELECT count(*) FROM card") { row in try row.count() } ?? 0
    }

    static func customers(_ database: any SQLDatabase) async throws -> [String] {
        try await database.read { connection in try customers(connection) }
    }

    static func customers(_ connection: any SQLConnection) throws -> [String] {
        try connection.all("SELECT customer FROM card ORDER BY customer") { row in try row.text() }
    }
}

/// Why the baker says no.
struct Refusal: Error, Equatable {}

/// Keeps the writer busy until it is let go, so that what is asked for meanwhile comes in one batch.
struct HeldWriter {
    private let gate = DispatchSemaphore(value: 0)
    private let holding: Task<Void, any Error>
    private let database: SQLiteDatabase

    init(_ database: SQLiteDatabase) async {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        self.database = database
        holding = Task { [gate] in
            try await database.write { _ in
                begin.yield()
                gate.wait()
            }
        }
        for await _ in begun { break }
    }

    /// Lets go once so many wait.
    func letGo(whenWaiting count: Int) async throws {
        while database.statistics.waiting < count { await Task.yield() }
        gate.signal()
        try await holding.value
    }
}
