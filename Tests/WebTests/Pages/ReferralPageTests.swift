import HTTPTypes
import Loyalty
import Testing

@testable import Operations
@testable import Web

private let referrals = "/shop/loyalty/referrals"

struct ReferralPageTests {
    @Test func `the owner alone sees and decides, in the own shop alone`() async throws {
        try await counting { browser, town in
            let referral = try await town.claim(by: "zawadi", named: "Zawadi", email: "MIA+2@example.org")
            let one = "\(referrals)/\(referral.id)"
            let pages = [referrals, "\(referrals).csv", "\(referrals)/terms", one]
            for (who, status) in [("amina", 200), ("otieno", 403), ("mia", 404), ("ben", 404), ("wanja", 404)] {
                try await town.signIn(browser, who)
                for page in pages { #expect(try await browser.get("\(page)?shop=bakery").status == status, "\(page)") }
                guard who != "amina" else { continue }
                let token = try await browser.get("/loyalty").hidden("form_token")
                for form in ["\(one)/decision", "\(referrals)/terms"] {
                    let fields = ["decision": "release", "version": "1"]
                    let answer = try await browser.post("\(form)?shop=bakery", fields, token: token)
                    #expect(answer.status == status, "\(who) at \(form)")
                }
            }
            #expect(try await town.held(referral) == referral)
            try await town.signIn(browser, "ben")
            #expect(try await browser.get(one).status == 404)
            let token = try await browser.get(referrals).hidden("form_token")
            #expect(try await browser.post("\(one)/decision", ["decision": "reject"], token: token).status == 404)
            #expect(try await PageVisit(browser.client).get(referrals).status == 303)
        }
    }

    @Test func `who invited whom is listed by state, with the reason for what waits`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let empty = try await browser.get(referrals)
            #expect(empty.html.contains("Nobody was invited yet"))
            #expect(empty.html.contains("Who invites gets 100 points and the friend 50 points"))
            let paid = try await town.claim(by: "juma", named: "Juma Mwangi")
            try await town.order(by: "juma", named: "Juma Mwangi")
            try await town.claim(by: "zawadi", named: "Zawadi", email: "MIA+2@example.org")
            try await town.claim(by: "wambui", named: "Wambui")
            let all = try await browser.get(referrals)
            #expect(all.html.contains("perhaps one person") && all.html.contains(">100 + 50<"))
            #expect(all.html.contains(">100 + 50 to come<") && all.html.contains("order-juma"))
            #expect(all.html.contains("33.3\u{A0}% of all were held back"))
            let blocked = try await browser.get("\(referrals)?state=blocked")
            #expect(blocked.html.contains(">Zawadi</a>") && !blocked.html.contains(">Juma Mwangi</a>"))
            #expect(try await browser.get("\(referrals)?state=taken_back").html.contains("None of these"))
            try await town.review(paid, .reject)
            for state in ["taken_back", "rejected"] {
                let page = try await browser.get("\(referrals)?state=\(state)")
                #expect(page.html.contains(">Juma Mwangi</a>") && !page.html.contains(">Wambui</a>"), "\(state)")
                #expect(page.html.contains("They had their points, which were taken back."), "\(state)")
            }
            let file = try await browser.get("\(referrals).csv?state=blocked")
            #expect(file.html.contains("self_referral") && !file.html.contains("wambui"))
        }
    }

    @Test func `the list is turned page by page, and a cursor that was made up is refused`() async throws {
        try await counting { browser, town in
            for number in 1...3 { try await town.claim(by: "friend-\(number)") }
            try await town.signIn(browser, "amina")
            let first = try await browser.get("\(referrals)?limit=2&state=pending")
            #expect(first.html.contains(">friend-3</a>") && !first.html.contains(">friend-1</a>"))
            let next = try #require(first.html.firstMatch(of: /href="([^"]*cursor=[^"]*)"/)).output.1
            let second = try await browser.get(String(next).replacing("&amp;", with: "&"))
            #expect(second.html.contains(">friend-1</a>") && !second.html.contains(">friend-3</a>"))
            #expect(second.html.contains("To the beginning"))
            #expect(try await browser.get("\(referrals)?cursor=bm8").status == 400)
        }
    }

    @Test func `what waits is let through with a reason, once, and pays both sides`() async throws {
        try await counting { browser, town in
            let referral = try await town.claim(by: "zawadi", named: "Zawadi", email: "MIA+2@example.org")
            try await town.order(by: "zawadi", named: "Zawadi", email: "MIA+2@example.org")
            try await town.signIn(browser, "amina")
            let path = "\(referrals)/\(referral.id)"
            let page = try await browser.get(path)
            #expect(page.html.contains("Zawadi, invited by Mia Odhiambo") && page.html.contains("It was held back"))
            #expect(
                page.html.contains("/shop/loyalty/members/mia") && page.html.contains("/shop/loyalty/members/zawadi"))
            let form = [
                "decision": "release", "note": "A <b>sister</b>", "seen": page.hidden("seen") ?? "",
                "once": page.hidden("once") ?? "",
            ]
            for _ in 1...2 {
                let done = try await browser.post("\(path)/decision", form, token: page.hidden("form_token"))
                #expect(done.location == "\(path)?done=referral_paid")
            }
            #expect(try await town.balance() == 300)
            let after = try await browser.get("\(path)?done=referral_paid")
            #expect(after.html.contains("A &lt;b&gt;sister&lt;/b&gt;") && after.html.contains("amina let it through"))
            #expect(after.html.contains("Mia Odhiambo got 100 points.") && after.html.contains("Zawadi got 50 points."))
            #expect(after.html.contains("100 points are taken back from Mia Odhiambo, and 50 points from Zawadi"))
        }
    }

    @Test func `what was paid is refused, and taken back from both`() async throws {
        try await counting { browser, town in
            let referral = try await town.claim(by: "juma", named: "Juma")
            try await town.order(by: "juma", named: "Juma")
            try await town.signIn(browser, "amina")
            let path = "\(referrals)/\(referral.id)"
            let page = try await browser.get(path)
            let done = try await browser.post(
                "\(path)/decision", ["decision": "reject", "note": "", "seen": page.hidden("seen") ?? ""],
                token: page.hidden("form_token"))
            #expect(done.location == "\(path)?done=referral_rejected")
            #expect(try await town.balance() == 200)
            let after = try await browser.get(path)
            #expect(after.html.contains("50 points were taken back from Juma."))
            #expect(after.hidden("seen") == nil, "there is nothing more to decide")
            let release = try await browser.post(
                "\(path)/decision", ["decision": "release"], token: page.hidden("form_token"))
            #expect(release.status == 409 && release.html.contains("It was refused already"))
        }
    }

    @Test func `a decision about what has changed meanwhile is not taken, and its reason is kept`() async throws {
        try await counting { browser, town in
            let referral = try await town.claim(by: "zawadi", named: "Zawadi", email: "MIA+2@example.org")
            try await town.signIn(browser, "amina")
            let path = "\(referrals)/\(referral.id)"
            let page = try await browser.get(path)
            town.server.clock.advance(seconds: 60)
            try await town.review(referral, .release)
            let stale = try await browser.post(
                "\(path)/decision", ["decision": "reject", "note": "Doubtful", "seen": page.hidden("seen") ?? ""],
                token: page.hidden("form_token"))
            #expect(stale.status == 409)
            #expect(stale.html.contains("was changed meanwhile") && stale.html.contains("Doubtful</textarea>"))
            #expect(try await town.held(referral).state == .pending)
        }
    }

    @Test func `what makes no decision is refused, and a reason that is too long is told at its field`() async throws {
        try await counting { browser, town in
            let referral = try await town.claim(by: "zawadi", named: "Zawadi", email: "MIA+2@example.org")
            let other = try await town.claim(by: "wambui", named: "Wambui")
            try await town.order(by: "kamau", named: "Kamau")
            let second = try await town.claim(by: "wambui", named: "Wambui", from: "kamau")
            try await town.signIn(browser, "amina")
            let token = try await browser.get(referrals).hidden("form_token")
            let path = "\(referrals)/\(referral.id)/decision"
            for decision in ["", "maybe"] {
                let answer = try await browser.post(path, ["decision": decision], token: token)
                #expect(answer.status == 400 && answer.html.contains("id=\"trouble\""))
            }
            let long = String(repeating: "x", count: 501)
            let refused = try await browser.post(path, ["decision": "reject", "note": long], token: token)
            #expect(refused.status == 400 && refused.html.contains("id=\"note-fault\">This is too long."))
            #expect(refused.html.contains(long))
            #expect(try await town.held(referral) == referral)
            let twice = try await browser.post(
                "\(referrals)/\(second.id)/decision", ["decision": "release"], token: token)
            #expect(twice.status == 409 && twice.html.contains("another invitation that counts"))
            #expect(try await town.held(other).state == .pending)
        }
    }

    @Test func `names of all sorts are shown as they are, and are never tags`() async throws {
        try await counting { browser, town in
            let names = [
                "<script>alert(1)</script>", "\"><i>\u{301}", "محمد \u{202E}x", String(repeating: "m", count: 300),
            ]
            try await town.signIn(browser, "amina")
            for (number, name) in names.enumerated() {
                let referral = try await town.claim(by: "friend-\(number)", named: name)
                let page = try await browser.get("\(referrals)/\(referral.id)")
                let list = try await browser.get(referrals)
                for html in [page.html, list.html] {
                    #expect(
                        html.contains(escapedHTML(name)) && !html.contains("<script>alert") && !html.contains("<i>"))
                }
            }
        }
    }
}
