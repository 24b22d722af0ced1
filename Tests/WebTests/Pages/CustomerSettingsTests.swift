import ExactJSON
import HTTPTypes
import Testing

@testable import Web

struct CustomerSettingsTests {
    @Test func `customers choose their language, and are told so in it`() async throws {
        try await ClientTown().visit { visit in
            let browser = try await visit.browser(of: "mia")
            let page = try await browser.get("/loyalty/settings")
            let chosen = try await browser.post(
                "/language", ["language": "sw", "next": "/loyalty/settings?done=language"],
                token: page.hidden("form_token"))
            let next = try #require(chosen.location)
            #expect(try await browser.get(next).html.contains("Hii ndiyo lugha"))
        }
    }

    @Test func `customers take home all that is kept of them, and nothing of others`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            try await visit.order("J-1", of: "juma", "77.00")
            _ = try await visit.ask(
                .post, "/api/shops/bakery/redemptions", as: "mia", ["reward_id": .string(coffee)], gives: 201)
            _ = try await visit.ask(
                .post, "/api/shops/bakery/members/mia/adjustments", as: "amina",
                ["points": 5, "reason": "For the wait"], gives: 201)
            let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "amina")
            _ = try await visit.ask(
                .post, "/api/shops/bakery/referral-claims", as: "juma",
                ["code": .string(try visit.text("referral_code", of: member))], gives: 201)
            let page = try await visit.browser(of: "mia").get("/loyalty/settings/data")
            #expect(page.headers[.contentDisposition] == "attachment; filename=\"tuzo.json\"")
            let data = try JSONValue(parsing: page.html)
            #expect(data["customer"]?[0]?["name"] == "Mia")
            #expect(data["memberships"]?[0]?["points_balance"] == 155)
            #expect(data["entries"]?[2]?["description"] == "For the wait")
            #expect(data["orders"]?[0]?["total_minor_units"] == 20_000)
            #expect(data["redemptions"]?[0]?["reward"] == "Coffee")
            #expect(data["invitations_made"]?[0]?["state"] == "blocked")
            #expect(data["acts_by_shops"]?[0]?["action"] == "adjust_points")
            #expect(data["sessions"]?[0] != nil)
            for foreign in ["juma", "J-1", "hash", "secret", "sealed"] {
                #expect(!page.html.contains(foreign), "\(foreign)")
            }
        }
    }
}
