import Foundation
import Loyalty
import Operations
import Storage
import TestDatabase
import Testing

/// What a database of many shops is divided by: its tables, and later its servers.
@Suite(.onlyOnServers)
struct PartitionTests {
    @Test func `a town in divided tables has the same entries as in whole ones, and its audit finds nothing`()
        async throws
    {
        let (whole, divided) = (try await BuildingGround(), try await BuildingGround())
        try await divided.divide()
        for ground in [whole, divided] { _ = try await ground.plant() }
        #expect(try await divided.entryHashes() == whole.entryHashes())
        #expect(try await divided.surroundings.audit().findings == [])
        #expect(try await divided.partitionCount() > 1, "the shops of the town lie in several")
    }

    @Test func `where there are shops, nothing is divided`() async throws {
        let ground = try await BuildingGround()
        _ = try await ground.plant()
        await #expect(throws: StorageFailure.self) { try await ground.divide() }
        #expect(try await ground.surroundings.audit().findings == [])
    }

    @Test func `every unique key of a shop's rows begins with the shop, but those that must find the shop`() async throws
    {
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

extension BuildingGround {
    /// As the operator does it, with the script that is shipped.
    fileprivate func divide() async throws {
        let script = URL(filePath: #filePath).appending(path: "../../../../deploy/partitions.sql").standardized
        let statement = try SQLStatement(written: String(contentsOf: script, encoding: .utf8))
        _ = try await surroundings.database.write { connection in try connection.execute(statement) }
    }

    fileprivate func partitionCount() async throws -> Int {
        try await surroundings.database.read { connection in
            try connection.first("SELECT COUNT(DISTINCT tableoid) FROM entry") { row in try row.count() } ?? 0
        }
    }
}
