import ExactJSON
import HTTPTypes
import Testing

struct OwnCodesTests {
    @Test func `a code is shown again to its owner alone, while it is good`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let issued = try await visit.ask(
                .post, "/api/shops/bakery/redemptions", as: "mia", ["reward_id": .string(coffee)], gives: 201)
            let code = try #require(issued["code"])
            let own = try await visit.ask(.get, "/api/me/codes", as: "mia")
            #expect(own["items"]?[0]?["shop_id"] == "bakery")
            #expect(own["items"]?[0]?["redemption"]?["code"] == code)
            let list = "/api/shops/bakery/redemptions"
            #expect(try await visit.ask(.get, list, as: "mia")["items"]?[0]?["code"] == code)
            for (path, caller) in [
                (list, "amina"), (list, "otieno"), ("\(list)?customer_id=mia", "amina"),
            ] {
                let shown = try await visit.ask(.get, path, as: caller)
                #expect(shown["items"]?[0]?["id"] == issued["id"])
                #expect(shown["items"]?[0]?["code"] == nil)
            }
            #expect(try await visit.ask(.get, "/api/me/codes", as: "juma") == ["items": []])
            _ = try await visit.ask(
                .put, "/api/shops/bakery/codes/\(visit.text("code", of: issued))/use", as: "otieno")
            #expect(try await visit.ask(.get, "/api/me/codes", as: "mia") == ["items": []])
            #expect(try await visit.ask(.get, list, as: "mia")["items"]?[0]?["code"] == nil)
        }
    }

    @Test func `whoever redeems for a member is in the audit log, and a member is not`() async throws {
        try await ClientTown().visit { visit in
            let coffee = JSONValue.string(try await visit.openCounter())
            let path = "/api/shops/bakery/redemptions"
            _ = try await visit.ask(.post, path, as: "mia", ["reward_id": coffee], gives: 201)
            let byHand = try await visit.ask(
                .post, path, as: "otieno", ["reward_id": coffee, "customer_id": "mia"], gives: 201)
            let acts = try await visit.ask(.get, "/api/shops/bakery/audit-log", as: "amina")
            guard case .array(let items)? = acts["items"] else { return #expect(Bool(false), "\(acts)") }
            let redeemed = items.filter { $0["action"] == "redeem_reward" }
            #expect(redeemed.map { $0["actor"] } == ["otieno"])
            #expect(redeemed.map { $0["subject"] } == [byHand["id"]])
            #expect("\(acts)".contains(try visit.text("code", of: byHand)) == false)
        }
    }
}
