import ExactJSON
import HTTPTypes
import HummingbirdTesting
import Loyalty
import Testing

struct EnrolmentCallTests {
    @Test func `the platform and the customer may enrol, nobody else for them`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            let path = "/api/shops/bakery/members/mia"
            let mia = try await visit.ask(.put, path, as: "mia", gives: 201)
            #expect(mia["points_balance"] == 100)
            #expect(mia["name"] == .string(""))
            let named: JSONValue = ["name": "Mia Odhiambo", "birthday": "1994-06-15"]
            let again = try await visit.ask(.put, path, as: "platform", named)
            #expect(again["points_balance"] == 100)
            #expect(again["name"] == .string("Mia Odhiambo"))
            #expect(try await visit.ask(.put, path, as: "mia") == again)
            let lie = try await visit.call(.put, path, as: "mia", ["name": "The Queen"])
            #expect((lie.status, lie.body["code"]) == (403, .string("caller_must_have_the_right")))
            for stranger in ["juma", "amina"] {
                let answer = try await visit.call(.put, path, as: stranger)
                #expect((answer.status, answer.body["code"]) == (404, .string("membership_must_exist")))
            }
            _ = try await visit.ask(.put, path, as: nil, gives: 401)
            _ = try await visit.ask(.put, "/api/shops/nowhere/members/mia", as: "mia", gives: 404)
            _ = try await visit.ask(.get, "/api/shops/bookshop/members/mia", as: "mia", gives: 404)
        }
    }

    @Test func `a birthday that cannot be is refused by name and changes nothing`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openBonusShops()
            let wrong: [(JSONValue, String)] = [
                ("2026-12-01", "birthday_must_not_be_in_the_future"), ("1899-12-31", "birthday_must_be_since_1900"),
            ]
            for (birthday, code) in wrong {
                for path in ["/api/customers/mia", "/api/shops/bakery/members/mia"] {
                    let answer = try await visit.call(.put, path, as: "platform", ["birthday": birthday])
                    #expect(answer.status == 400)
                    #expect(answer.body["code"] == .string(code))
                    #expect(answer.body["field"] == .string("birthday"))
                }
                let order: JSONValue = [
                    "customer": ["id": "mia", "birthday": birthday], "status": "delivered", "total": 50,
                ]
                let answer = try await visit.call(.put, "/api/shops/bakery/orders/A-1", as: "platform", order)
                #expect(answer.body["field"] == .string("customer.birthday"))
            }
            _ = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "amina", gives: 404)
        }
    }
}

extension Visit {
    /// The bakery, which gives all kinds of bonuses, and the bookshop, which gives none.
    func openBonusShops() async throws {
        for (shop, owner) in [("bakery", "amina"), ("bookshop", "ben")] {
            let body: JSONValue = [
                "name": .string(shop), "owner_id": .string(owner), "currency": "KES", "time_zone": "Africa/Nairobi",
            ]
            _ = try await ask(.put, "/api/shops/\(shop)", as: "platform", body, gives: 201)
            _ = try await ask(.put, "/api/shops/\(shop)/program", as: owner, [:], gives: 201)
        }
        let bonuses: JSONValue = [
            "bonuses": [
                "signup_points": 100, "birthday_points": 50, "review": ["points": 10, "limit": 2, "period": "week"],
                "events": [
                    ["key": "newsletter", "name": "Newsletter", "points": 20],
                    ["key": "survey", "name": "Survey", "points": 0],
                ],
            ]
        ]
        _ = try await ask(.put, "/api/shops/bakery/program", as: "amina", bonuses)
    }
}
