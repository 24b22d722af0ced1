import ExactJSON
import HTTPTypes
import HummingbirdTesting
import Loyalty
import Testing

struct LeavingCallTests {
    @Test func `the customer and the platform may end a membership, nobody else`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            let path = "/api/shops/bakery/members/mia"
            _ = try await visit.ask(.put, path, as: "mia", gives: 201)
            for stranger in ["juma", "ben"] {
                let answer = try await visit.call(.delete, path, as: stranger)
                #expect((answer.status, answer.body["code"]) == (404, .string("membership_must_exist")), "\(stranger)")
            }
            let amina = try await visit.call(.delete, path, as: "amina")
            #expect(amina.status == 403 || amina.status == 404, "not even the owner")
            _ = try await visit.ask(.delete, path, as: nil, gives: 401)
            _ = try await visit.ask(.delete, "/api/shops/bookshop/members/mia", as: "mia", gives: 404)
            _ = try await visit.ask(.delete, "/api/shops/nowhere/members/mia", as: "mia", gives: 404)
            #expect(try await visit.ask(.get, path, as: "mia")["left_at"] == .null)
            let left = try await visit.ask(.delete, path, as: "mia")
            #expect(left["points_balance"] == 0 && left["total_points_expired"] == 100)
            #expect(left["left_at"] == "2026-11-02T12:00:00Z")
            #expect(try await visit.ask(.delete, path, as: "platform") == left)
            #expect(try await visit.ask(.get, path, as: "amina") == left)
        }
    }

    @Test func `the platform's client sees no membership any more, until the customer joins again`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            let path = "/api/shops/bakery/members/mia"
            _ = try await visit.ask(.put, path, as: "mia", gives: 201)
            _ = try await visit.ask(.delete, path, as: "mia")
            let accounts = "/api/customer-loyalty/my_loyalty_accounts/"
            #expect(try await visit.ask(.get, accounts, as: "mia") == [])
            let shop = "/api/customer-loyalty/shop_loyalty/?shop_id=bakery"
            #expect(
                try await visit.ask(.get, shop, as: "mia", gives: 404)["error"]
                    == "No loyalty account found for this shop")
            let summary = try await visit.ask(.get, "/api/loyalty-programs/customer_analytics/", as: "amina")
            #expect(summary["total_customers"] == 0 && summary["active_customers"] == 0)
            let joined = try await visit.ask(.put, path, as: "mia", gives: 201)
            #expect(joined["left_at"] == .null && joined["points_balance"] == 0)
            #expect(try await visit.ask(.get, shop, as: "mia")["account"]?["points_balance"] == 0)
        }
    }

    @Test func `points held for a checkout are a conflict that says what to do`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            _ = try await visit.ask(.put, "/api/shops/bakery/members/mia", as: "mia", gives: 201)
            _ = try await visit.ask(
                .post, "/api/shops/bakery/holds", as: "platform", ["customer_id": "mia", "points": 30], gives: 201)
            let refused = try await visit.ask(.delete, "/api/shops/bakery/members/mia", as: "mia", gives: 409)
            #expect(refused["code"] == "holds_must_have_ended")
        }
    }
}
