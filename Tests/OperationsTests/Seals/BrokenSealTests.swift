import Loyalty
import Operations
import Storage
import Testing

/// What only a seal can show: books that were cut so that everything left agrees.
struct BrokenSealTests {
    @Test func `a member who was removed with all rows is missed by the seal`() async throws {
        let town = try await Town.withPurchases()
        try await town.tamper(
            ["member", "entry", "lot", "order_state", "spending_day"].map { table in
                "DELETE FROM \(table) WHERE shop_id = 'bakery' AND customer_id = 'juma'"
            } + [
                "UPDATE shop_day SET earned_points = 30 WHERE shop_id = 'bakery'",
                "UPDATE tier_count SET member_count = 1 WHERE shop_id = 'bakery'",
            ])
        #expect(try await town.lines() == ["shop bakery, seal 1: member_count is 2, not 1"])
    }

    @Test func `entries that were cut off a member's end are missed by the seal`() async throws {
        let town = try await Town.withPurchases()
        try await town.tamper(town.cutting)
        #expect(try await town.lines() == ["shop bakery, seal 1: entry_count is 3, not 2"])
    }

    @Test func `who writes the seal anew as well is found by a seal that was noted elsewhere`() async throws {
        let town = try await Town.withPurchases()
        let noted = try #require(try await town.seals().first)
        try await town.tamper(town.cutting + ["DELETE FROM seal"])
        town.clock.advance(days: 1)
        try await SealShops(in: town.surroundings)()
        #expect(try await town.lines() == [])
        let forged = try #require(try await town.seals().first)
        #expect(forged.seal.number == noted.seal.number && forged.hash != noted.hash)
    }
}

extension Town {
    /// Two purchases of Mia's and one of Juma's at the bakery, sealed that night.
    fileprivate static func withPurchases() async throws -> Town {
        let town = try await Town.open()
        try await town.order("A-1", 10_00)
        try await town.order("A-2", 20_00)
        try await town.order("B-1", of: juma, 40_00)
        town.clock.advance(days: 1)
        try await SealShops(in: town.surroundings)()
        #expect(try await town.lines() == [])
        return town
    }

    fileprivate func lines() async throws -> [String] {
        try await surroundings.audit().findings.map(\.description)
    }

    /// Takes away Mia's second purchase, and whatever could tell of it.
    fileprivate var cutting: [String] {
        [
            "DELETE FROM entry WHERE customer_id = 'mia' AND sequence = 2",
            "DELETE FROM lot WHERE customer_id = 'mia' AND sequence = 2",
            "DELETE FROM order_state WHERE order_id = 'A-2'",
            "UPDATE spending_day SET amount = 1000 WHERE customer_id = 'mia'",
            "UPDATE member SET sequence = 1, balance_points = 10, earned_points = 10, order_count = 1 "
                + "WHERE customer_id = 'mia'",
            "UPDATE shop_day SET earned_points = 50 WHERE shop_id = 'bakery'",
        ]
    }
}
