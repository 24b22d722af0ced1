import ExactJSON
import HTTPTypes
import Loyalty
import Testing

@testable import Web

struct LeavingPageTests {
    @Test func `the question names what is lost, and leaving leads to a way back`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            _ = try await visit.ask(
                .post, "/api/shops/bakery/redemptions", as: "mia", ["reward_id": .string(coffee)], gives: 201)
            let browser = try await visit.browser(of: "mia")
            let settings = try await browser.get("/loyalty/settings").html
            #expect(settings.contains("href=\"/loyalty/bakery/leave\""))
            let question = try await browser.get("/loyalty/bakery/leave")
            for words in ["150 points", "Bronze", "Coffee", "Leave, and lose this"] {
                #expect(question.html.contains(words), "\(words)")
            }
            let sent = try await browser.post(
                "/loyalty/bakery/leave", ["once": question.hidden("once") ?? ""], token: question.hidden("form_token"))
            #expect(sent.location == "/loyalty/bakery?done=left")
            let gone = try await browser.get("/loyalty/bakery?done=left")
            #expect(gone.html.contains("You left this program on 2\u{A0}Nov\u{A0}2026."))
            #expect(gone.html.contains("Done: you have left the program."))
            #expect(try await browser.get("/loyalty").html.contains("No memberships yet"))
            #expect(try await browser.get("/loyalty/bakery/leave").html.contains("You left this program"))
            #expect(try await browser.get("/loyalty/bakery/history").html.contains("Lost by leaving the program"))
            let back = try await browser.post(
                "/loyalty/bakery/join", ["once": gone.hidden("once") ?? ""], token: gone.hidden("form_token"))
            #expect(back.location == "/loyalty/bakery?done=joined")
            #expect(try await browser.get("/loyalty/bakery").html.contains("<strong>0</strong>"))
        }
    }

    @Test func `points held for a checkout are told in place of the button, and in Swahili`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            _ = try await visit.ask(
                .post, "/api/shops/bakery/holds", as: "platform", ["customer_id": "mia", "points": 30], gives: 201)
            let browser = try await visit.browser(of: "mia", reading: "sw")
            let question = try await browser.get("/loyalty/bakery/leave")
            #expect(question.html.contains("Kuna pointi zilizotengwa"))
            #expect(question.hidden("once") == nil)
            let page = try await browser.get("/loyalty/settings")
            let refused = try await browser.post(
                "/loyalty/bakery/leave", ["once": "x"], token: page.hidden("form_token"))
            #expect(refused.status == 409 && refused.html.contains("Kuna pointi zilizotengwa"))
        }
    }

    @Test func `the owner sees who left and when, and no way to give them points`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            _ = try await visit.ask(.delete, "/api/shops/bakery/members/mia", as: "mia")
            let browser = try await visit.browser(of: "amina")
            for path in ["/shop/loyalty/members", "/shop/loyalty/members/mia"] {
                #expect(try await browser.get(path).html.contains("Left on 2\u{A0}Nov\u{A0}2026"), "\(path)")
            }
            let member = try await browser.get("/shop/loyalty/members/mia").html
            #expect(!member.contains("/adjustments\"") && member.contains("Left the program"))
            #expect(try await browser.get("/shop/loyalty/redemptions/for/mia").status == 404)
        }
    }

    @Test func `nobody leaves what they are not in`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            for (person, path) in [("juma", "/loyalty/bakery/leave"), ("mia", "/loyalty/nowhere/leave")] {
                #expect(try await visit.browser(of: person).get(path).status == 404, "\(person) \(path)")
            }
            #expect(try await PageVisit(visit.client).get("/loyalty/bakery/leave").status == 303)
        }
    }
}
