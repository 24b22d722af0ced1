import Foundation
import Storage
import TestDatabase
import Testing

@testable import SQLiteEngine

@Suite(.onlyInFiles)
struct EngineOpeningTests {
    private let folder: EngineFolder

    init() throws { folder = try EngineFolder() }

    @Test func `every commit is synced`() async throws {
        let database = try await StampCard.open(in: folder)
        let settings = try await database.write { connection in
            try ["PRAGMA synchronous", "PRAGMA journal_mode", "PRAGMA wal_autocheckpoint"].map { pragma in
                try connection.first(SQLStatement(written: pragma)) { row in try row.text() }
            }
        }
        #expect(settings == ["2", "wal", "20000"])
        await database.close()
    }

    @Test func `while nobody waits, what was written goes from the log into the database`() async throws {
        let database = try await StampCard.open(in: folder)
        for number in 0..<20 {
            try await database.write { connection in
                try StampCard.issue(to: String(repeating: "\(number)", count: 100_000), on: connection)
            }
        }
        // SQLite by itself would leave it there until the database is closed.
        let patience = ContinuousClock.now + .seconds(20)
        while try size() < 1_000_000, ContinuousClock.now < patience { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try size() > 1_000_000)
        await database.close()
    }

    private func size() throws -> Int {
        try #require(try FileManager.default.attributesOfItem(atPath: folder.database)[.size] as? Int)
    }

    @Test func `a second one who wants to write is refused and told who holds it`() async throws {
        let first = try await StampCard.open(in: folder)
        let failure = #expect(throws: StorageFailure.self) { try SQLiteDatabase.open(path: folder.database) }
        #expect(failure == .locked("process \(getpid()) holds \(folder.database).lock"))
        await first.close()
        let second = try SQLiteDatabase.open(path: folder.database)
        await second.close()
    }

    @Test func `a database that is dropped finishes its work and lets go`() async throws {
        try await StampCard.open(in: folder).write { connection in try StampCard.issue(to: "Mia", on: connection) }
        while true {
            do {
                let next = try SQLiteDatabase.open(path: folder.database)
                #expect(try await StampCard.customers(next) == ["Mia"])
                return await next.close()
            } catch StorageFailure.locked { await Task.yield() }
        }
    }

    @Test func `a closed database is one file, and its lock`() async throws {
        let database = try await StampCard.open(in: folder)
        #expect(try await database.read(StampCard.count) == 0)
        await database.close()
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(files.sorted() == ["tuzo.db", "tuzo.db.lock"])
    }

    @Test func `one who only reads sees what the writer commits, and cannot write`() async throws {
        let writer = try await StampCard.open(in: folder)
        let reader = try SQLiteDatabase.openReadOnly(path: folder.database)
        try await writer.write { connection in try StampCard.issue(to: "Mia", on: connection) }
        #expect(try await StampCard.customers(reader) == ["Mia"])
        await #expect(throws: StorageFailure.self) {
            try await reader.write { connection in try StampCard.issue(to: "Juma", on: connection) }
        }
        await writer.close()
        #expect(try await StampCard.customers(reader) == ["Mia"])
        await reader.close()
    }

    @Test func `one who only reads opens what nobody has open`() async throws {
        let writer = try await StampCard.open(in: folder)
        await writer.close()
        let reader = try SQLiteDatabase.openReadOnly(path: folder.database)
        #expect(try await StampCard.customers(reader) == [])
        await reader.close()
    }

    @Test func `one who only reads what a crash left behind does not touch it`() async throws {
        let crashed = try EngineFolder()
        let writer = try await StampCard.open(in: folder)
        try await writer.write { connection in try StampCard.issue(to: "Mia", on: connection) }
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.database + suffix, toPath: crashed.database + suffix)
        }
        let before = try ["", "-wal"].map { try Data(contentsOf: URL(filePath: crashed.database + $0)) }
        let reader = try SQLiteDatabase.openReadOnly(path: crashed.database)
        #expect(try await StampCard.customers(reader) == ["Mia"])
        await reader.close()
        #expect(try ["", "-wal"].map { try Data(contentsOf: URL(filePath: crashed.database + $0)) } == before)
        await writer.close()
    }

    @Test func `what cannot be opened says so`() throws {
        let missing = folder.path + "/missing/tuzo.db"
        #expect(throws: StorageFailure.unavailable("No such file or directory: \(missing).lock")) {
            try SQLiteDatabase.open(path: missing)
        }
        #expect(throws: StorageFailure.self) { try SQLiteDatabase.openReadOnly(path: folder.database) }
        try Data("a shopping list, not a database, but long enough to be one".utf8).write(
            to: URL(filePath: folder.database))
        #expect(throws: StorageFailure.corrupt("file is not a database: \(folder.database)")) {
            try SQLiteDatabase.open(path: folder.database)
        }
    }

    @Test func `an old SQLite is warned about`() {
        #expect(SQLiteDatabase.warning(version: 3_040_001)?.hasPrefix("SQLite 3.40.1 is older than 3.51.3") == true)
        #expect(SQLiteDatabase.warning(version: 3_051_002) != nil)
        #expect(SQLiteDatabase.warning(version: 3_051_003) == nil)
    }
}
