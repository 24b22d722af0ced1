import Storage
import TestDatabase
import Testing

@testable import SQLiteEngine

@Suite(.onlyInFiles)
struct FullDiskTests {
    private static let pageBytes = 4_096
    private let folder: EngineFolder
    private let database: SQLiteDatabase

    init() async throws {
        folder = try EngineFolder()
        var options = SQLiteOptions()
        options.pagesMax = 50
        database = try await StampCard.open(in: folder, options: options)
        try await database.write { connection in
            _ = try connection.execute("CREATE TABLE photo (picture BLOB NOT NULL)")
            try StampCard.issue(to: "Mia", on: connection)
        }
    }

    private static func save(pages: Int, on connection: any SQLConnection) throws {
        let picture = [UInt8](repeating: 1, count: pages * pageBytes)
        try connection.execute("INSERT INTO photo VALUES (\(picture))")
    }

    @Test func `a full disk refuses writes, not reads, and once there is room writes go on`() async throws {
        try await database.write { connection in try Self.save(pages: 40, on: connection) }
        for _ in 0..<3 {
            await #expect(throws: StorageFailure.full) {
                try await database.write { connection in try Self.save(pages: 20, on: connection) }
            }
            #expect(try await StampCard.customers(database) == ["Mia"])
        }
        try await database.write { connection in _ = try connection.execute("DELETE FROM photo") }
        try await database.write { connection in try Self.save(pages: 20, on: connection) }
        await database.close()
        let reopened = try SQLiteDatabase.open(path: folder.database)
        #expect(try await reopened.read { try $0.first("SELECT count(*) FROM photo") { try $0.count() } } == 1)
        await reopened.close()
    }

    @Test func `nobody who was told that the disk is full finds the write there later`() async throws {
        let told = await withTaskGroup(of: String?.self) { group in
            for number in 0..<200 { group.addTask { await saveWithCard("\(number)") } }
            return await group.reduce(into: Set<String>()) { told, customer in
                if let customer { told.insert(customer) }
            }
        }
        #expect(told.count < 200)
        #expect(Set(try await StampCard.customers(database)) == told.union(["Mia"]))
        await database.close()
    }

    /// - Returns: The customer, if told that the write is done.
    private func saveWithCard(_ customer: String) async -> String? {
        do {
            try await database.write { connection in
                try Self.save(pages: 1, on: connection)
                try StampCard.issue(to: customer, on: connection)
            }
            return customer
        } catch {
            #expect(error as? StorageFailure == .full)
            return nil
        }
    }

    @Test func `a closure that carries on after its transaction was lost writes nothing`() async throws {
        await #expect(throws: StorageFailure.full) {
            try await database.write { connection in
                do { try Self.save(pages: 100, on: connection) } catch StorageFailure.full {
                    try StampCard.issue(to: "Juma", on: connection)
                    throw StorageFailure.full
                }
            }
        }
        #expect(try await StampCard.customers(database) == ["Mia"])
        await database.close()
    }
}
