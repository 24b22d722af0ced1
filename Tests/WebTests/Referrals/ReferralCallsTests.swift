import ExactJSON
import HTTPTypes
import Loyalty
import Testing

/// What an answer should hold.
private struct Missing: Error {}

/// Invitations over HTTP: who may do what, and what is answered.
struct ReferralCallsTests {
    private let shop = "/api/shops/bakery"

    /// Opens the bakery with Mia as a member.
    /// - Returns: Her code.
    private func open(_ visit: Visit) async throws -> JSONValue {
        let bakery: JSONValue = [
            "name": "Amina's Bakery", "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi",
        ]
        _ = try await visit.ask(.put, shop, as: "platform", bakery, gives: 201)
        _ = try await visit.ask(.get, "\(shop)/referral-program", as: "amina", gives: 404)
        _ = try await visit.ask(.put, "\(shop)/referral-program", as: "amina", ["is_active": true], gives: 404)
        _ = try await visit.ask(.put, "\(shop)/program", as: "amina", ["name": "Crumbs"], gives: 201)
        try await order("A-1", of: "mia", visit)
        let info = try await visit.ask(.get, "/api/loyalty/referral-info/?shop_id=bakery", as: "mia")
        return try #require(info["referral_code"])
    }

    private func order(_ id: String, of customer: JSONValue, _ visit: Visit) async throws {
        let state: JSONValue = ["customer": ["id": customer], "status": "delivered", "total": 40, "revision": 1]
        _ = try await visit.ask(.put, "\(shop)/orders/\(id)", as: "platform", state, gives: 201)
    }

    @Test func `a customer claims, the first order pays, and the owner sees it`() async throws {
        try await ClientTown().visit { visit in
            let code = try await open(visit)
            let claims = "\(shop)/referral-claims"
            let claimed = try await visit.ask(.post, claims, as: "juma", ["code": code], gives: 201)
            #expect(claimed["state"] == "pending" && claimed["referee_reward_points"] == 50)
            #expect(try await visit.ask(.post, claims, as: "juma", ["code": code]) == claimed)
            try await order("B-1", of: "juma", visit)
            let listed = try await visit.ask(.get, "\(shop)/referrals?state=paid", as: "amina")
            guard case .array(let items) = listed["items"] else { throw Missing() }
            #expect(items.map { $0["referee_id"] } == ["juma"] && items.map { $0["referrer_points"] } == [100])
            let info = try await visit.ask(.get, "/api/loyalty/referral-info/?shop_id=bakery", as: "mia")
            #expect(info["referrals_made"] == 1 && info["total_referral_points"] == 100)
        }
    }

    @Test func `each rule of a claim has its code`() async throws {
        try await ClientTown().visit { visit in
            let code = try await open(visit)
            let claims = "\(shop)/referral-claims"
            let unknown = try await visit.ask(.post, claims, as: "juma", ["code": "00000000"], gives: 404)
            #expect(unknown["code"] == "referral_code_must_exist")
            let own = try await visit.ask(.post, claims, as: "mia", ["code": code], gives: 400)
            #expect(own["code"] == "referral_must_not_be_ones_own")
            _ = try await visit.ask(.post, claims, as: "platform", ["code": code], gives: 400)
            _ = try await visit.ask(.post, claims, as: "juma", ["code": code, "customer_id": "wanja"], gives: 404)
            _ = try await visit.ask(.put, "\(shop)/referral-program", as: "amina", ["is_active": false])
            let off = try await visit.ask(.post, claims, as: "juma", ["code": code], gives: 409)
            #expect(off["code"] == "referral_program_must_be_active")
        }
    }

    @Test func `only the owner reviews`() async throws {
        try await ClientTown().visit { visit in
            let code = try await open(visit)
            try await order("B-1", of: "juma", visit)
            let body: JSONValue = ["code": code, "customer_id": "juma", "address": "192.0.2.1"]
            let claimed = try await visit.ask(.post, "\(shop)/referral-claims", as: "platform", body, gives: 201)
            #expect(claimed["state"] == "blocked" && claimed["block_reason"] == "not_a_first_order")
            guard case .string(let id) = claimed["id"] else { throw Missing() }
            let path = "\(shop)/referrals/\(id)/decision"
            for stranger in ["mia", "juma"] {
                _ = try await visit.ask(.put, path, as: stranger, ["decision": "release"], gives: 404)
                _ = try await visit.ask(.get, "\(shop)/referrals", as: stranger, gives: 404)
            }
            _ = try await visit.ask(.put, path, as: "amina", ["decision": "forget"], gives: 400)
            let released = try await visit.ask(.put, path, as: "amina", ["decision": "release", "note": "She told me"])
            #expect(released["state"] == "paid" && released["decided_by"] == "amina")
            #expect(try await visit.ask(.put, path, as: "amina", ["decision": "release"]) == released)
            let none = try await visit.ask(
                .put, "\(shop)/referrals/nothing/decision", as: "amina", ["decision": "reject"], gives: 404)
            #expect(none["code"] == "referral_must_exist")
        }
    }
}
