import ExactJSON
import HTTPTypes
import Testing

@testable import Web

struct RedeemPageTests {
    @Test func `before a reward is redeemed its price and what is left are named, and then its code is shown`()
        async throws
    {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let browser = try await visit.browser(of: "mia")
            let path = "/loyalty/bakery/rewards/\(coffee)"
            let question = try await browser.get(path)
            for words in ["Redeem Coffee?", "<dd>50 points</dd>", "<dd>150 points</dd>", "good for 30 days"] {
                #expect(question.html.contains(words), "\(words)")
            }
            let done = try await browser.post(path, ["once": "first"], token: question.hidden("form_token"))
            #expect(done.status == 303)
            #expect(done.location == "/loyalty/bakery?done=redeemed#codes")
            let html = try await browser.get("/loyalty/bakery?done=redeemed").html
            #expect(html.contains("Done. Your code is below"))
            let codes = try await visit.ask(.get, "/api/me/codes", as: "mia")
            let code = try visit.text("code", of: try #require(codes["items"]?[0]?["redemption"]))
            #expect(html.contains("data-copies=\"\(escapedHTML(code))\""))
            #expect(html.contains(try #require(QRCode(code)).path))
            #expect(try await visit.balance() == 150)
        }
    }

    @Test func `a double click redeems once`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let browser = try await visit.browser(of: "mia")
            let path = "/loyalty/bakery/rewards/\(coffee)"
            let question = try await browser.get(path)
            let once = try #require(question.hidden("once"))
            for _ in 1...2 {
                let done = try await browser.post(path, ["once": once], token: question.hidden("form_token"))
                #expect(done.location == "/loyalty/bakery?done=redeemed#codes")
            }
            #expect(try await visit.balance() == 150)
            let again = try await browser.get(path)
            #expect(again.hidden("once") != once)
            _ = try await browser.post(
                path, ["once": again.hidden("once") ?? ""], token: again.hidden("form_token"))
            #expect(try await visit.balance() == 100)
        }
    }

    @Test func `a refusal says why, and takes nothing`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let browser = try await visit.browser(of: "mia")
            let path = "/loyalty/bakery/rewards/\(coffee)"
            let question = try await browser.get(path)
            for round in 1...4 {
                _ = try await browser.post(path, ["once": "\(round)"], token: question.hidden("form_token"))
            }
            let refused = try await browser.post(path, ["once": "5"], token: question.hidden("form_token"))
            #expect(refused.status == 400)
            #expect(refused.html.contains("role=\"alert\">50 points to go"))
            #expect(try await visit.balance() == 0)
            let forged = try await browser.post(path, ["once": "6"], token: nil)
            #expect(forged.status == 409)
            let missing = try await browser.post(
                "/loyalty/bakery/rewards/none", [:], token: question.hidden("form_token"))
            #expect(missing.status == 404)
            let foreign = try await browser.post(
                "/loyalty/bookshop/rewards/\(coffee)", [:], token: question.hidden("form_token"))
            #expect(foreign.status == 404)
            let stranger = try await visit.browser(of: "juma")
            let token = try await stranger.get("/loyalty").hidden("form_token")
            #expect(try await stranger.post(path, [:], token: token).status == 404)
        }
    }

    @Test func `codes that were used or cancelled are told of in words`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let browser = try await visit.browser(of: "mia")
            let redeemed = try await visit.ask(
                .post, "/api/shops/bakery/redemptions", as: "mia", ["reward_id": .string(coffee)], gives: 201)
            _ = try await visit.ask(
                .delete, "/api/shops/bakery/redemptions/\(visit.text("id", of: redeemed))", as: "mia")
            let html = try await browser.get("/loyalty/bakery").html
            #expect(html.contains("Earlier codes"))
            #expect(html.contains("Cancelled</span>"))
            #expect(!html.contains("Ready to use"))
        }
    }
}
