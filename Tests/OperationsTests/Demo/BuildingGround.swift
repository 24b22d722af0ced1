import Loyalty
import Operations
import Storage
import TestDatabase

/// An empty database at a moment of one's own choice, for a town to be planted in.
final class BuildingGround: Sendable {
    let surroundings: Surroundings
    private let ground: TestDatabase

    init(at now: String = "2026-11-02T12:00:00Z") async throws {
        ground = try await TestDatabase.migrated()
        let now = Instant(now)!
        surroundings = Surroundings(database: ground.database, codeKey: [UInt8](repeating: 7, count: 32), now: { now })
    }

    func plant(seed: UInt64 = 42) async throws -> PlantedTown { try await PlantTown(in: surroundings, seed: seed)() }

    /// The hashes of all entries: two towns with the same are the same.
    func entryHashes() async throws -> [[UInt8]] {
        try await surroundings.database.read { connection in
            try connection.all("SELECT hash FROM entry ORDER BY shop_id, customer_id, sequence") { row in
                try row.bytes()
            }
        }
    }

    func kinds(in shop: Shop.ID) async throws -> Set<String> {
        try await surroundings.database.read { connection in
            Set(try connection.all("SELECT DISTINCT kind FROM entry WHERE shop_id = \(shop)") { row in try row.text() })
        }
    }

    func statuses(of shop: Shop.ID) async throws -> Set<String> {
        try await surroundings.database.read { connection in
            Set(
                try connection.all("SELECT DISTINCT status FROM order_state WHERE shop_id = \(shop)") { row in
                    try row.text()
                })
        }
    }
}
