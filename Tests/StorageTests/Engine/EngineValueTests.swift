import Storage
import TestDatabase
import Testing

struct EngineValueTests {
    private let ground: TestDatabase
    private var database: any SQLDatabase { ground.database }

    init() async throws {
        ground = try await TestDatabase.empty()
        try await StampCard.open(ground.database)
        let bytesType = ground.database.dialect.bytesType
        try await ground.database.write { connection in
            for (table, type) in [("number", "BIGINT"), ("text", "TEXT"), ("bytes", bytesType)] {
                let statement = SQLStatement(written: "CREATE TABLE kept_\(table) (value \(type))")
                try connection.execute(statement)
            }
        }
    }

    private func roundTrip<Value: Sendable>(
        _ value: SQLValue, in table: StaticString, _ read: @escaping @Sendable (inout SQLRow) throws -> Value
    ) async throws -> Value? {
        try await database.write { connection in
            try connection.execute("INSERT INTO \(sql: table) VALUES (\(value))")
            if value == .null { return try connection.first("SELECT value FROM \(sql: table)", read) }
            return try connection.first("SELECT value FROM \(sql: table) WHERE value = \(value)", read)
        }
    }

    @Test(arguments: [0, 1, -1, .max, .min] as [Int64])
    func `whole numbers come back as they went in`(number: Int64) async throws {
        #expect(try await roundTrip(.integer(number), in: "kept_number") { row in try row.integer() } == number)
    }

    @Test(arguments: ["", "Mia", "Jumá 🥐 خبز", "fifteen bytes!!", String(repeating: "é", count: 50_000)])
    func `text comes back as it went in, also empty`(text: String) async throws {
        #expect(try await roundTrip(.text(text), in: "kept_text") { row in try row.text() } == text)
    }

    @Test(.onlyInFiles, arguments: ["a\0b", "\0"])
    func `text comes back with its NULs`(text: String) async throws {
        #expect(try await roundTrip(.text(text), in: "kept_text") { row in try row.text() } == text)
    }

    @Test(arguments: [[], [0], [0, 255, 0], [UInt8](repeating: 7, count: 100_000)])
    func `bytes come back as they went in, also none`(bytes: [UInt8]) async throws {
        #expect(try await roundTrip(.bytes(bytes), in: "kept_bytes") { row in try row.bytes() } == bytes)
    }

    @Test func `nothing is neither zero nor empty`() async throws {
        #expect(try await roundTrip(.null, in: "kept_number") { row in row.optionalInteger() == nil } == true)
        #expect(try await roundTrip(.null, in: "kept_text") { row in row.optionalText() == nil } == true)
        #expect(try await roundTrip(.null, in: "kept_bytes") { row in row.optionalBytes() == nil } == true)
        await #expect(throws: StorageFailure.self) {
            try await roundTrip(.null, in: "kept_number") { row in try row.integer() }
        }
    }

    @Test func `a name that looks like SQL stays a name`() async throws {
        let name = "Mia'); DROP TABLE card; --"
        try await database.write { connection in try StampCard.issue(to: name, on: connection) }
        #expect(try await StampCard.customers(database) == [name])
    }
}
