import ExactJSON
import HTTPTypes
import Testing

struct HoldCallTests {
    private let holds = "/api/shops/bakery/holds"

    @Test func `points are held, confirmed in part, and confirmed again without effect`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            let hold = try await visit.ask(
                .post, holds, as: "platform",
                ["customer_id": "mia", "points": 120, "reference": "cart 7", "seconds": 60], gives: 201)
            let id = try visit.text("id", of: hold)
            var expected = try JSONValue(
                parsing: """
                    {"id": "\(id)", "status": "live", "customer_id": "mia", "points": 120, "reward_id": null,
                    "reference": "cart 7", "created_at": "2026-11-02T12:00:00Z", "expires_at": "2026-11-02T12:01:00Z"}
                    """)
            #expect(hold == expected)
            #expect(try await visit.ask(.get, "\(holds)/\(id)", as: "otieno") == expected)
            let list = try await visit.ask(.get, "\(holds)?customer_id=mia", as: "amina")
            #expect(list == ["items": [expected], "next_cursor": .null])
            expected = try JSONValue(
                parsing: """
                    {"id": "\(id)", "status": "confirmed", "customer_id": "mia", "points": 120, "reward_id": null,
                    "reference": "cart 7", "created_at": "2026-11-02T12:00:00Z", "expires_at": "2026-11-02T12:01:00Z",
                    "confirmed_points": 80, "confirmed_at": "2026-11-02T12:00:00Z", "redemption_id": null}
                    """)
            for _ in 1...2 {
                let confirmed = try await visit.ask(
                    .put, "\(holds)/\(id)/confirmation", as: "platform", ["points": 80, "order_id": "A-9"])
                #expect(confirmed == expected)
            }
            let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "amina")
            #expect(member["points_balance"] == 120)
            #expect(member["points_available"] == 120)
            #expect(member["points_held"] == 0)
            #expect(try await visit.ask(.get, "\(holds)?customer_id=mia", as: "amina")["items"] == [])
        }
    }

    @Test func `a hold of a reward becomes a code, and the same one when it is confirmed again`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let hold = try await visit.ask(
                .post, holds, as: "platform", ["customer_id": "mia", "reward_id": .string(coffee)], gives: 201)
            let path = "\(holds)/\(try visit.text("id", of: hold))"
            #expect(
                try await visit.refusal(.put, "\(path)/confirmation", as: "platform", ["points": 20])
                    == "400 reward_must_be_confirmed_in_full")
            let confirmed = try await visit.ask(.put, "\(path)/confirmation", as: "platform")
            let code = try visit.text("code", of: confirmed)
            #expect(try await visit.ask(.put, "\(path)/confirmation", as: "platform") == confirmed)
            #expect(try await visit.ask(.get, path, as: "platform")["code"] == nil)
            let used = try await visit.ask(.put, "/api/shops/bakery/codes/\(code)/use", as: "otieno")
            #expect(used["status"] == "redeemed")
            #expect(used["id"] == confirmed["redemption_id"])
        }
    }

    @Test func `each refusal of a hold has its name`() async throws {
        try await ClientTown().visit { visit in
            let coffee = JSONValue.string(try await visit.openCounter())
            let refused: [(JSONValue, String)] = [
                (["customer_id": "mia"], "400 hold_must_be_of_points_or_a_reward"),
                (
                    ["customer_id": "mia", "points": 5, "reward_id": coffee],
                    "400 hold_must_be_of_points_or_a_reward"
                ), (["customer_id": "mia", "points": 0], "400 points_must_be_at_least_one"),
                (["customer_id": "mia", "points": 5, "seconds": 0], "400 seconds_must_be_in_range"),
                (["customer_id": "mia", "points": 5, "seconds": 86_401], "400 seconds_must_be_in_range"),
                (["customer_id": "mia", "points": 201], "409 available_must_cover_hold"),
                (["customer_id": "juma", "points": 5], "404 membership_must_exist"),
                (["customer_id": "mia", "reward_id": "tea"], "404 reward_must_exist"),
                (["points": 5], "400 field_is_required"),
            ]
            for (body, problem) in refused {
                #expect(try await visit.refusal(.post, holds, as: "platform", body) == problem, "\(body)")
            }
            #expect(try await visit.refusal(.get, holds, as: "platform") == "400 field_is_required")
            let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "amina")
            #expect(member["points_held"] == 0)
        }
    }

    @Test func `each refusal to end a hold has its name`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            func hold() async throws -> String {
                let hold = try await visit.ask(
                    .post, holds, as: "platform", ["customer_id": "mia", "points": 10], gives: 201)
                return "\(holds)/\(try visit.text("id", of: hold))"
            }
            let spent = try await hold()
            #expect(
                try await visit.refusal(.put, "\(spent)/confirmation", as: "platform", ["points": 11])
                    == "400 part_must_not_exceed_hold")
            _ = try await visit.ask(.put, "\(spent)/confirmation", as: "platform")
            #expect(
                try await visit.refusal(.put, "\(spent)/confirmation", as: "platform", ["points": 9])
                    == "409 hold_must_not_be_confirmed")
            #expect(try await visit.refusal(.delete, spent, as: "platform") == "409 hold_must_not_be_confirmed")
            let free = try await hold()
            let released = try await visit.ask(.delete, free, as: "platform")
            #expect(released["status"] == "released")
            #expect(try await visit.ask(.delete, free, as: "platform") == released)
            #expect(
                try await visit.refusal(.put, "\(free)/confirmation", as: "platform")
                    == "409 hold_must_not_be_released")
            #expect(try await visit.refusal(.delete, "\(holds)/none", as: "platform") == "404 hold_must_exist")
        }
    }

    @Test func `only the shop's own people and machines see and end its holds`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            let hold = try await visit.ask(
                .post, holds, as: "amina", ["customer_id": "mia", "points": 10], gives: 201)
            let id = try visit.text("id", of: hold)
            for caller in ["mia", "juma", "ben"] {
                #expect(try await visit.refusal(.get, "\(holds)/\(id)", as: caller) == "404 shop_must_exist")
                #expect(try await visit.refusal(.delete, "\(holds)/\(id)", as: caller) == "404 shop_must_exist")
            }
            let elsewhere = "/api/shops/bookshop/holds/\(id)"
            for caller in ["ben", "platform"] {
                #expect(try await visit.refusal(.get, elsewhere, as: caller) == "404 hold_must_exist")
                #expect(try await visit.refusal(.put, "\(elsewhere)/confirmation", as: caller) == "404 hold_must_exist")
                #expect(try await visit.refusal(.delete, elsewhere, as: caller) == "404 hold_must_exist")
            }
            let acts = try await visit.ask(.get, "/api/shops/bakery/audit-log?limit=1", as: "amina")
            #expect(acts["items"]?[0]?["action"] == "place_hold")
            #expect(acts["items"]?[0]?["actor"] == "amina")
        }
    }
}
