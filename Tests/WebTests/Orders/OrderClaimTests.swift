import ExactJSON
import HTTPTypes
import Testing

struct OrderClaimTests {
    private let order = "/api/shops/bakery/orders/G-1"
    private let claims = "/api/shops/bakery/order-claims"

    @Test func `a guest's order is acknowledged, shown to the shop, and claimed by whose it is`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            let taken = try await visit.ask(.put, order, as: "platform", guestOrder, gives: 201)
            #expect(taken["guest"] == true && taken["points_awarded"] == 0)
            #expect(try await visit.ask(.put, order, as: "platform", guestOrder)["stale"] == false)
            let shown = try await visit.ask(.get, order, as: "amina")
            #expect(shown["customer_id"] == .null && shown["guest"] == true)
            let unknown = try await visit.refusal(.get, "/api/shops/bakery/orders/G-9", as: "mia")
            #expect(try await visit.refusal(.get, order, as: "mia") == unknown)

            let mia: JSONValue = ["name": "Mia Odhiambo", "email": "mia@example.org"]
            _ = try await visit.ask(.put, "/api/customers/mia", as: "platform", mia, gives: 201)
            #expect(try await visit.refusal(.post, claims, as: "juma", ["order_id": "G-1"]) == unknown)
            #expect(
                try await visit.refusal(.post, claims, as: "mia", ["order_id": "G-1", "customer_id": "juma"])
                    == unknown)
            let claimed = try await visit.ask(.post, claims, as: "mia", ["order_id": "G-1"])
            #expect(claimed["points_change"] == 42 && claimed["guest"] == false)
            #expect(try await visit.ask(.post, claims, as: "mia", ["order_id": "G-1"])["points_change"] == 0)
            #expect(try await visit.refusal(.post, claims, as: "juma", ["order_id": "G-1"]) == unknown)
            #expect(try await visit.ask(.get, order, as: "mia")["customer_id"] == "mia")
        }
    }

    @Test func `the platform and the owner say whose an order is, in their own shop`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            _ = try await visit.ask(.put, order, as: "platform", guestOrder, gives: 201)
            let claim: JSONValue = ["order_id": "G-1", "customer_id": "juma"]
            let elsewhere = "/api/shops/bookshop/order-claims"
            #expect(try await visit.call(.post, elsewhere, as: "platform", claim).status == 404)
            #expect(try await visit.call(.post, claims, as: "ben", claim).status == 404)
            #expect(try await visit.call(.post, claims, as: nil, claim).status == 401)
            #expect(
                try await visit.ask(.post, claims, as: "amina", ["order_id": "G-1"], gives: 400)["field"]
                    == "customer_id")
            #expect(try await visit.ask(.post, claims, as: "amina", claim)["points_change"] == 42)
            let other: JSONValue = ["order_id": "G-1", "customer_id": "mia"]
            let taken = try await visit.ask(.post, claims, as: "platform", other, gives: 409)
            #expect(taken["code"] == "order_must_keep_its_customer")
        }
    }

    @Test func `what a platform could send of refunds and guests is refused by name`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            for (body, code, field) in [
                (
                    #"{"customer": {"id": "mia"}, "status": "delivered", "total": 9, "refunds": []}"#,
                    "refund_must_stand_on_its_line", "refunds"
                ),
                (
                    #"{"customer": {"name": "Mia"}, "status": "delivered", "total": 9}"#, "field_is_required",
                    "customer.id"
                ),
                (
                    #"{"customer": {"email": " "}, "status": "delivered", "total": 9}"#, "field_is_required",
                    "customer.id"
                ),
                (
                    #"{"customer": {"email": "a@b.c"}, "status": "delivered", "total": -9}"#,
                    "amount_must_not_be_negative", "total"
                ),
                (
                    #"{"customer": {"id": "mia"}, "status": "delivered", "total": 9, "currency": "USD"}"#,
                    "exchange_rate_must_be_given", "exchange_rate"
                ),
            ] {
                let refusal = try await visit.ask(
                    .put, order, as: "platform", try JSONValue(parsing: body), gives: 400)
                #expect(refusal["code"] == .string(code) && refusal["field"] == .string(field), "\(body)")
            }
            #expect(try await visit.call(.get, order, as: "amina").status == 404)
        }
    }
}

private let guestOrder: JSONValue = [
    "customer": ["email": "Mia@Example.org", "phone": "+254 700 000 001"], "status": "delivered", "revision": 1,
    "total": 42,
]

extension Visit {
    /// Opens Amina's bakery and Ben's bookshop, with the standard program.
    func openShops() async throws {
        for (shop, owner) in [("bakery", "amina"), ("bookshop", "ben")] {
            let document: JSONValue = [
                "name": .string(shop), "owner_id": .string(owner), "currency": "KES", "time_zone": "Africa/Nairobi",
            ]
            _ = try await ask(.put, "/api/shops/\(shop)", as: "platform", document, gives: 201)
            _ = try await ask(.post, "/api/loyalty-programs/shop_program/", as: owner, ["name": "Crumbs"])
        }
    }

    /// What a refusal says, without what differs from request to request.
    func refusal(
        _ method: HTTPRequest.Method, _ path: String, as caller: String?, _ body: JSONValue? = nil
    ) async throws -> [JSONValue?] {
        let answer = try await call(method, path, as: caller, body)
        return [.string("\(answer.status)"), answer.body["code"], answer.body["detail"], answer.body["title"]]
    }
}
