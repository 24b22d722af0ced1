import Foundation
import Loyalty
import Operations
import Storage
import TestDatabase
import Testing

/// What a database of many shops is divided by: its tables, and later its servers.
@Suite(.onlyOnServers)
struct PartitionTests {
    @Test func `a town is at home in divided tables, and its audit finds nothing`() async throws {
        let ground = try await BuildingGround()
        try await ground.surroundings.divide()
        _ = try await ground.plant()
        #expect(try await ground.surroundings.audit().findings == [])
        #expect(try await ground.partitionCount() > 1, "the shops of the town lie in several")
    }

    @Test func `where there are shops, nothing is divided`() async throws {
        let town = try await Town.open()
        await #expect(throws: StorageFailure.self) { try await town.surroundings.divide() }
        try await town.order("A-1", 42_00)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `every unique key of a shop's rows begins with the shop, but those that find it`() async throws {
        let ground = try await BuildingGround()
        let others = try await ground.surroundings.database.read { connection in
            try connection.all(
                """
                SELECT index.indexrelid::regclass::text FROM pg_index AS index
                JOIN pg_attribute AS shop ON shop.attrelid = index.indrelid AND shop.attname = 'shop_id'
                WHERE index.indisunique AND shop.attnum <> index.indkey[0]
                ORDER BY 1
                """
            ) { row in try row.text() }
        }
        #expect(others == ["api_key_by_secret", "redemption_by_code"])
    }
}

extension Surroundings {
    /// As the operator does it, with the script that is shipped.
    fileprivate func divide() async throws {
        let script = URL(filePath: #filePath).appending(path: "../../../../deploy/partitions.sql").standardized
        let statement = try SQLStatement(written: String(contentsOf: script, encoding: .utf8))
        _ = try await database.write { connection in try connection.execute(statement) }
    }
}

extension BuildingGround {
    fileprivate func partitionCount() async throws -> Int {
        try await surroundings.database.read { connection in
            try connection.first("SELECT COUNT(DISTINCT tableoid) FROM entry") { row in try row.count() } ?? 0
        }
    }
}
