import ExactJSON
import HTTPTypes
import Loyalty
import Operations
import Storage
import Testing

struct SealListTests {
    private let path = "/api/shops/bakery/seals"

    @Test func `the owner sees the daily seals, newest first and page by page`() async throws {
        try await ClientTown().visit { visit in
            try await openShops(visit)
            #expect(try await visit.ask(.get, path, as: "amina") == ["items": [], "next_cursor": nil])
            for day in 1...3 { try await seal(visit.town, afterDays: day) }
            let page = try await visit.ask(.get, "\(path)?limit=2", as: "amina")
            #expect(page["items"]?[0]?["number"] == 3 && page["items"]?[1]?["number"] == 2)
            guard case .string(let cursor)? = page["next_cursor"] else { return #expect(Bool(false), "\(page)") }
            let last = try await visit.ask(.get, "\(path)?limit=2&cursor=\(cursor)", as: "amina")
            let seal = try #require(last["items"]?[0])
            #expect(seal["day"] == "2026-11-02" && seal["covers_before"] == "2026-11-02T21:00:00Z")
            #expect(seal["member_count"] == 1 && seal["entry_count"] == 1 && seal["balance"] == 42)
            #expect(last["next_cursor"] == .null)
        }
    }

    @Test func `nobody else sees them, and those of another shop look like none`() async throws {
        try await ClientTown().visit { visit in
            try await openShops(visit)
            try await seal(visit.town, afterDays: 1)
            for (caller, status) in [("mia", 404), ("ben", 404), ("platform", 403)] {
                _ = try await visit.ask(.get, path, as: caller, gives: status)
            }
            let other = try await visit.ask(.get, "/api/shops/bookshop/seals", as: "ben")
            #expect(other == ["items": [], "next_cursor": nil])
        }
    }

    /// Mia buys something at the bakery; nobody does at the bookshop.
    private func openShops(_ visit: Visit) async throws {
        for (shop, owner) in [("bakery", "amina"), ("bookshop", "ben")] {
            let body: JSONValue = [
                "name": .string(shop), "owner_id": .string(owner), "currency": "KES", "time_zone": "Africa/Nairobi",
            ]
            _ = try await visit.ask(.put, "/api/shops/\(shop)", as: "platform", body, gives: 201)
        }
        _ = try await visit.ask(
            .post, "/api/loyalty-programs/shop_program/", as: "amina", ["name": "Crumbs", "points_per_dollar": 1])
        let order: JSONValue = ["customer": ["id": "mia", "name": "Mia"], "status": "delivered", "total": 42]
        _ = try await visit.ask(.put, "/api/shops/bakery/orders/A-1", as: "platform", order, gives: 201)
    }

    private func seal(_ town: ClientTown, afterDays days: Int) async throws {
        let now = town.surroundings.now().adding(days: days)
        try await SealShops(in: Surroundings(database: town.surroundings.database, codeKey: [], now: { now }))()
    }
}
