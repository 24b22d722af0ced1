import HTTPTypes
import HummingbirdTesting
import Loyalty
import Testing

@testable import Operations
@testable import Web

private let till = "/shop/loyalty/redemptions"

struct TillTests {
    @Test func `staff and the owner work the till, customers and other shops do not`() async throws {
        try await counting { browser, town in
            for (who, status) in [("otieno", 200), ("amina", 200), ("mia", 404), ("wanja", 404)] {
                try await town.signIn(browser, who)
                #expect(try await browser.get("\(till)?shop=bakery").status == status, "\(who)")
            }
            let nobody = PageVisit(browser.client)
            #expect(try await nobody.get(till).status == 303)
        }
    }

    @Test func `a code is looked up, used once, and then shown as used`() async throws {
        try await counting { browser, town in
            let code = try await town.code()
            try await town.signIn(browser, "otieno")
            let good = try await browser.get("\(till)?find=\(code.symbols.lowercased())")
            #expect(good.status == 200)
            #expect(good.html.contains("class=\"verdict good\""))
            #expect(good.html.contains(">Mia</a>") && good.html.contains("A mug"))
            let form = [
                "code": try #require(good.hidden("code")), "order_id": "A-7", "once": good.hidden("once") ?? "",
            ]
            let used = try await browser.post(till, form, token: good.hidden("form_token"))
            #expect(used.status == 303)
            let again = try await browser.post(till, form, token: good.hidden("form_token"))
            #expect(again.location == used.location)
            let done = try await browser.get(try #require(used.location))
            #expect(done.html.contains("class=\"verdict done\"") && done.html.contains("A-7"))
            town.server.clock.advance(seconds: 121)
            let later = try await browser.get(try #require(used.location))
            #expect(later.html.contains("class=\"verdict used\""))
            let refused = try await browser.post(
                till, ["code": code.grouped, "once": "another"], token: good.hidden("form_token"))
            #expect(refused.status == 409)
            #expect(refused.html.contains("class=\"verdict used\"") && refused.html.contains("role=\"alert\""))
        }
    }

    @Test func `a code that is over, mistyped or nobody's says so in a word`() async throws {
        try await counting { browser, town in
            let code = try await town.code()
            try await town.signIn(browser, "otieno")
            var symbols = Array(code.symbols)
            symbols[4] = symbols[4] == "7" ? "8" : "7"
            let cases = [
                (String(symbols), "mistyped"), (RedemptionCode(random: 5).grouped, "unknown"), ("zzz", "unknown"),
            ]
            for (text, kind) in cases {
                let page = try await browser.get("\(till)?find=\(pathPart(text))")
                #expect(page.html.contains("class=\"verdict \(kind)\""), "\(text)")
                #expect(page.html.contains("value=\"\(text)\""))
            }
            town.server.clock.advance(seconds: 31 * 86_400)
            try await town.signIn(browser, "otieno")
            let expired = try await browser.get("\(till)?find=\(code.grouped)")
            #expect(expired.html.contains("class=\"verdict expired\""))
            let use = try await browser.post(till, ["code": code.grouped], token: expired.hidden("form_token"))
            #expect(use.status == 409)
        }
    }

    @Test func `who guesses waits, at the till and with the API alike`() async throws {
        try await counting { browser, town in
            let code = try await town.code()
            try await town.signIn(browser, "otieno")
            for number in 1...6 {
                _ = try await browser.get("\(till)?find=\(RedemptionCode(random: UInt128(number)).symbols)")
            }
            let token = try await browser.get(till).hidden("form_token")
            for number in 7...10 {
                let wrong = RedemptionCode(random: UInt128(number)).symbols
                #expect(try await browser.post(till, ["code": wrong], token: token).status == 404)
            }
            let waiting = try await browser.get("\(till)?find=\(code.symbols)")
            #expect(waiting.status == 429)
            #expect(waiting.html.contains("class=\"verdict wait\""))
            let api = try await town.server.call(
                .get, "/api/shops/bakery/codes/\(code.symbols)", town.server.token(for: "otieno"))
            #expect(api.status == 429)
            try await town.signIn(browser, "amina")
            #expect(try await browser.get("\(till)?find=\(code.symbols)").html.contains("verdict good"))
        }
    }

    @Test func `a redemption is cancelled after a question, once`() async throws {
        try await counting { browser, town in
            _ = try await town.code()
            try await town.signIn(browser, "otieno")
            let list = try await browser.get("\(till)?status=pending")
            let path = try #require(list.html.firstMatch(of: /href="([^"]+)" class="redemption"/)).output.1
            let question = try await browser.get("\(path)/cancel")
            #expect(question.html.contains("50 points go back to Mia"))
            let form = ["once": question.hidden("once") ?? ""]
            let done = try await browser.post("\(path)/cancel", form, token: question.hidden("form_token"))
            #expect(done.location == "\(path)?done=redemption_cancelled")
            #expect(try await town.balance() == 200)
            let again = try await browser.post("\(path)/cancel", [:], token: question.hidden("form_token"))
            #expect(again.status == 409)
            #expect(try await town.balance() == 200)
        }
    }

    @Test func `nothing of another shop is found, opened or cancelled`() async throws {
        try await counting { browser, town in
            let code = try await town.code()
            try await town.signIn(browser, "amina")
            let list = try await browser.get(till)
            let path = try #require(list.html.firstMatch(of: /href="([^"]+)" class="redemption"/)).output.1
            try await town.signIn(browser, "wanja")
            let token = try await browser.get(till).hidden("form_token")
            #expect(try await browser.get("\(till)?find=\(code.symbols)").html.contains("verdict unknown"))
            #expect(try await browser.get("\(till)?find=Mia").html.contains("verdict unknown"))
            #expect(try await browser.post(till, ["code": code.symbols], token: token).status == 404)
            #expect(try await browser.get(String(path)).status == 404)
            #expect(try await browser.get("\(path)/cancel").status == 404)
            #expect(try await browser.post("\(path)/cancel", [:], token: token).status == 404)
            #expect(try await browser.get("\(till)/for/mia").status == 404)
            #expect(try await browser.get("\(till)/for/mia?shop=bakery").status == 404)
            #expect(try await town.balance() == 150)
        }
    }
}
