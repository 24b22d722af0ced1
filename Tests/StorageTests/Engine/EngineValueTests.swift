import SQLiteEngine
import Storage
import Testing

struct EngineValueTests {
    private let folder: EngineFolder
    private let database: SQLiteDatabase

    init() async throws {
        folder = try EngineFolder()
        database = try await StampCard.open(in: folder)
        try await database.write { connection in _ = try connection.execute("CREATE TABLE kept (value)") }
    }

    private func roundTrip<Value: Sendable>(
        _ value: SQLValue, _ read: @escaping @Sendable (inout SQLRow) throws -> Value
    ) async throws -> Value? {
        try await database.write { connection in
            try connection.execute("INSERT INTO kept VALUES (\(value))")
            return try connection.first("SELECT value FROM kept WHERE value IS \(value)", read)
        }
    }

    @Test(arguments: [0, 1, -1, .max, .min] as [Int64])
    func `whole numbers come back as they went in`(number: Int64) async throws {
        #expect(try await roundTrip(.integer(number)) { row in try row.integer() } == number)
    }

    @Test(arguments: ["", "Mia", "a\0b", "\0", "Jumá 🥐 خبز", "fifteen bytes!!", String(repeating: "é", count: 50_000)])
    func `text comes back as it went in, also empty and with NULs in it`(text: String) async throws {
        #expect(try await roundTrip(.text(text)) { row in try row.text() } == text)
    }

    @Test(arguments: [[], [0], [0, 255, 0], [UInt8](repeating: 7, count: 100_000)])
    func `bytes come back as they went in, also none`(bytes: [UInt8]) async throws {
        #expect(try await roundTrip(.bytes(bytes)) { row in try row.bytes() } == bytes)
    }

    @Test func `nothing is neither zero nor empty`() async throws {
        #expect(try await roundTrip(.null) { row in row.optionalInteger() == nil } == true)
        #expect(try await roundTrip(.null) { row in row.optionalText() == nil } == true)
        #expect(try await roundTrip(.null) { row in row.optionalBytes() == nil } == true)
        await #expect(throws: StorageFailure.self) { try await roundTrip(.null) { row in try row.integer() } }
    }

    @Test func `a name that looks like SQL stays a name`() async throws {
        let name = "Mia'); DROP TABLE card; --"
        try await database.write { connection in try StampCard.issue(to: name, on: connection) }
        #expect(try await StampCard.customers(database) == [name])
    }
}
