import ExactJSON
import HTTPTypes
import Testing

struct ExplanationTests {
    @Test func `an order and its entries say in codes, numbers and sentences what they gave`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.buy()
            let order = try await visit.ask(.get, orderPath, as: "mia")
            #expect(order["rule"] == "partly_refunded" && order["points_awarded"] == 30)
            #expect(order["inputs"]?["refunded"] == 12 && order["calculation"]?["product"] == "30.5")
            #expect(
                order["entries"] == [["sequence": 1, "points_change": 42], ["sequence": 2, "points_change": -12]])
            let award = try await visit.ask(.get, entryPath(1), as: "mia")
            #expect(award["rule"] == "earned" && award["calculation"]?["product"] == "42.5")
            #expect(award["opened_lot"]?["expires_on"] == "2027-11-02")
            let refund = try await visit.ask(.get, entryPath(2), as: "amina")
            #expect(refund["rule"] == "refunded" && refund["difference"] == -12 && refund["posted_before"] == 42)
            #expect(refund["lots"]?[0]?["points_taken"] == 12 && refund["lots"]?[0]?["lot"]?["order_id"] == "A-1")
        }
    }

    @Test func `an order that is sent back when its points have lapsed moves no balance`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.order("A-0", "42.00", placed: "2024-11-02T08:00:00Z")
            try await visit.order("A-2", "20.00", placed: "2026-11-02T08:00:00Z")
            let sentBack = try await visit.order("A-0", "42.00", placed: "2024-11-02T08:00:00Z", refunded: "42.00")
            #expect(sentBack["points_awarded"] == 0 && sentBack["points_change"] == 0 && sentBack["balance"] == 20)
            let undone = try await visit.ask(.get, entryPath(4), as: "mia")
            #expect(undone["type"] == "expired" && undone["rule"] == "expiry_undone" && undone["points_change"] == 42)
            #expect(undone["reference"] == "A-0" && undone["lots"]?[0]?["points_taken"] == -42)
            let page = try await visit.browser(of: "mia").get("/loyalty/bakery/history/4").html
            #expect(page.contains("Expiry undone") && page.contains("not taken from your other points: 42 points."))
            let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "mia")
            #expect(member["points_balance"] == 20 && member["total_points_expired"] == 0)
        }
    }

    @Test func `a reward says which rule fails`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.buy()
            let path = "/api/shops/bakery/rewards/\(try await visit.offer())/explanation"
            let explanation = try await visit.ask(.get, path, as: "mia")
            #expect(explanation["first_refusal"] == "balance_must_cover_cost" && explanation["is_available"] == false)
            #expect(explanation["rules"]?[6]?["inputs"] == ["points_cost": 50, "points_available": 30])
            #expect(try await visit.ask(.get, path + "?customer_id=mia", as: "amina") == explanation)
            #expect(try await visit.call(.get, path, as: "amina").status == 400)
            #expect(try await visit.call(.get, path + "?customer_id=mia", as: "juma").status == 404)
            #expect(try await visit.call(.get, path + "?customer_id=nobody", as: "amina").status == 404)
        }
    }

    @Test func `what is another's is explained to nobody else`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.buy()
            for path in [orderPath, entryPath(1)] {
                for caller in ["juma", "ben"] { #expect(try await visit.call(.get, path, as: caller).status == 404) }
                #expect(try await visit.call(.get, path, as: nil).status == 401)
            }
            let unknown = try await visit.refusal(.get, "/api/shops/bakery/orders/A-9/explanation", as: "juma")
            #expect(try await visit.refusal(.get, orderPath, as: "juma") == unknown)
            for sequence in ["9", "0", "-1", "x"] {
                let path = "/api/shops/bakery/members/mia/entries/\(sequence)/explanation"
                #expect(try await visit.ask(.get, path, as: "mia", gives: 404)["code"] == "entry_must_exist")
            }
            let elsewhere = orderPath.replacing("bakery", with: "bookshop")
            #expect(try await visit.call(.get, elsewhere, as: "ben").status == 404)
        }
    }
}

private let orderPath = "/api/shops/bakery/orders/A-1/explanation"

private func entryPath(_ sequence: Int) -> String {
    "/api/shops/bakery/members/mia/entries/\(sequence)/explanation"
}

extension Visit {
    fileprivate func buy() async throws {
        for (revision, refunded) in [(1, 0), (2, 12)] {
            let order: JSONValue = try JSONValue(
                parsing: """
                    {"customer": {"id": "mia"}, "status": "delivered", "total": 42.50, "revision": \(revision),
                    "refunded_amount": \(refunded), "placed_at": "2026-11-02T08:00:00Z"}
                    """)
            _ = try await ask(
                .put, "/api/shops/bakery/orders/A-1", as: "platform", order, gives: revision == 1 ? 201 : 200)
        }
    }

    /// Mia's order in its next state, and the answer to it.
    @discardableResult
    fileprivate func order(
        _ id: String, _ total: String, placed: String, refunded: String? = nil
    ) async throws -> JSONValue {
        let order: JSONValue = [
            "customer": ["id": "mia"], "status": "delivered", "total": .string(total),
            "revision": refunded == nil ? 1 : 2, "refunded_amount": .string(refunded ?? "0"),
            "placed_at": .string(placed),
        ]
        return try await ask(
            .put, "/api/shops/bakery/orders/\(id)", as: "platform", order, gives: refunded == nil ? 201 : 200)
    }

    /// Amina offers a coffee for 50 points.
    fileprivate func offer() async throws -> String {
        let coffee: JSONValue = [
            "name": "Coffee", "reward_type": "free_product", "product": "Coffee", "points_cost": 50,
        ]
        let made = try await ask(.post, "/api/shops/bakery/rewards", as: "amina", coffee, gives: 201)
        guard case .string(let id)? = made["id"] else { return "" }
        return id
    }
}
