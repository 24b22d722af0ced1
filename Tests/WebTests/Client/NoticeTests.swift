import ExactJSON
import HTTPTypes
import Operations
import Testing
import Web

struct NoticeTests {
    @Test func `a customer sees the warnings of all shops, newest first, and nobody else's`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openWeekShops()
            _ = try await RunUpkeep(in: visit.town.surroundings)()
            let page = try await visit.ask(.get, "/api/me/notices?limit=1", as: "mia")
            let first = try #require(page["items"]?[0])
            #expect(first["type"] == "points_expiring")
            #expect(first["shop_id"] == "bookshop")
            #expect(first["shop_name"] == "The Bookshop")
            #expect(first["points"] == 20)
            #expect(first["expires_on"] == "2026-11-09")
            #expect(first["created_at"] == "2026-11-02T12:00:00Z")
            guard case .string(let cursor) = page["next_cursor"] else {
                Issue.record("there is no next page")
                return
            }
            let rest = try await visit.ask(.get, "/api/me/notices?limit=1&cursor=\(cursor)", as: "mia")
            #expect(rest["items"]?[0]?["shop_id"] == "bakery")
            #expect(rest["items"]?[0]?["points"] == 50)
            #expect(rest["next_cursor"] == .null)
            let none = try await visit.ask(.get, "/api/me/notices", as: "juma")
            #expect(none["items"] == [])
        }
    }

    @Test func `the member shows what expires soon, and its owner's other calls stay as they were`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openWeekShops()
            let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "mia")
            #expect(member["expiring"] == [["expires_on": "2026-11-09", "points": 50]])
            let memberships = try await visit.ask(.get, "/api/me/memberships", as: "mia")
            #expect(memberships["items"]?[0]?["member"]?["expiring"] == member["expiring"])
            let wallet = try await visit.ask(.get, "/api/customer-loyalty/my_loyalty_accounts/", as: "mia")
            #expect(wallet[0]?["expiring"] == nil)
        }
    }

    @Test func `keys have no notices, and a foreign cursor is refused by name`() async throws {
        try await ClientTown().visit { visit in
            let key = try await visit.call(.get, "/api/me/notices", as: "platform")
            #expect(key.status == 403)
            #expect(key.body["code"] == "caller_must_be_a_person")
            let cursor = Page.cursor([.string("x"), .string("y"), .string("z"), .string("?")])
            let foreign = try await visit.call(.get, "/api/me/notices?cursor=\(cursor)", as: "mia")
            #expect(foreign.status == 400)
            #expect(foreign.body["code"] == "cursor_must_be_one_that_was_given")
            #expect(try await visit.call(.get, "/api/me/notices", as: nil).status == 401)
        }
    }
}

extension Visit {
    /// Two shops where points are good for a week, with an order of Mia's in each.
    fileprivate func openWeekShops() async throws {
        for (shop, name, total) in [("bakery", "Amina's Bakery", 50), ("bookshop", "The Bookshop", 20)]
            as [(String, String, JSONValue)]
        {
            let described: JSONValue = [
                "name": .string(name), "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi",
            ]
            _ = try await ask(.put, "/api/shops/\(shop)", as: "platform", described, gives: 201)
            let expiry: JSONValue = ["expiry": ["policy": "days_after_earning", "days": 7]]
            _ = try await ask(.put, "/api/shops/\(shop)/program", as: "amina", expiry, gives: 201)
            let order: JSONValue = [
                "customer": ["id": "mia"], "status": "delivered", "total": total,
            ]
            _ = try await ask(.put, "/api/shops/\(shop)/orders/A-1", as: "platform", order, gives: 201)
        }
    }
}
