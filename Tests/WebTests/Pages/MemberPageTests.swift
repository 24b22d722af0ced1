import HTTPTypes
import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let members = "/shop/loyalty/members"
private let mia = "/shop/loyalty/members/mia"

struct MemberPageTests {
    @Test func `the list finds members, says when nobody fits, and keeps what was asked`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let everybody = try await browser.get(members).html
            #expect(everybody.contains("href=\"\(mia)\" dir=\"auto\">Mia Odhiambo</a>"))
            let nobody = try await browser.get("\(members)?search=zebra&tier=&standing=&sort=points").html
            #expect(nobody.contains("Nobody fits") && nobody.contains("value=\"zebra\""))
            #expect(nobody.contains("<option value=\"points\" selected>"))
        }
    }

    @Test func `the list is turned page by page`() async throws {
        try await counting { browser, town in
            try await town.order(by: "juma", named: "Juma Mwangi")
            try await town.signIn(browser, "amina")
            let first = try await browser.get("\(members)?sort=points&limit=1").html
            let path = try #require(first.firstMatch(of: /href="([^"]*cursor=[^"]*)"/)?.output.1)
            let next = try await browser.get(path.replacing("&amp;", with: "&") + "&limit=1").html
            let names = ["Mia Odhiambo", "Juma Mwangi"]
            #expect(names.filter { first.contains($0) }.count == 1)
            #expect(names.filter { next.contains($0) } == names.filter { !first.contains($0) })
            #expect(try await browser.get("\(members)?cursor=nonsense").status == 400)
        }
    }

    @Test func `the file of all members is the owner's alone`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            #expect(try await !browser.get(members).html.contains("members.csv"))
            #expect(try await browser.get("\(members).csv").status == 403)
            try await town.signIn(browser, "amina")
            let file = try await browser.get("\(members).csv")
            #expect(file.headers[.contentDisposition]?.contains("members.csv") == true)
            #expect(file.html.split(separator: "\r\n").count == 2)
        }
    }

    @Test func `a member's page explains every entry, and staff changes nothing there`() async throws {
        try await counting { browser, town in
            _ = try await town.code()
            try await town.signIn(browser, "otieno")
            let html = try await browser.get(mia).html
            #expect(html.contains("<p class=\"figure\">150</p>"))
            #expect(html.contains("<code>earned</code>") && html.contains("<code>redeemed</code>"))
            #expect(html.contains("A mug"))
            #expect(!html.contains("Adjust points"))
            let token = try await browser.get("/shop/loyalty/redemptions").hidden("form_token")
            for (path, form) in [
                ("adjustments", ["direction": "give", "points": "5", "reason": "x"]), ("grants/end", [:]),
                ("grants", ["tier": "gold", "through": "2027-01-01", "reason_for_tier": "x"]),
            ] {
                #expect(try await browser.post("\(mia)/\(path)", form, token: token).status == 403)
            }
            #expect(try await town.balance() == 150)
        }
    }

    @Test func `the owner gives and takes points with a reason, and a double click counts once`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(mia)
            let form = ["direction": "give", "points": "1,000", "reason": "A kind word", "once": page.hidden("once")!]
            for _ in 1...2 {
                let done = try await browser.post("\(mia)/adjustments", form, token: page.hidden("form_token"))
                #expect(done.location == "\(mia)?done=member.adjusted")
            }
            #expect(try await town.balance() == 1_200)
            let again = try await browser.get("\(mia)?done=member.adjusted")
            #expect(again.html.contains("the points were adjusted") && again.html.contains("A kind word"))
            let taken = try await browser.post(
                "\(mia)/adjustments", ["direction": "take", "points": "200", "reason": "A mistake"],
                token: again.hidden("form_token"))
            #expect(taken.status == 303)
            #expect(try await town.balance() == 1_000)
        }
    }

    @Test(arguments: [
        (["points": "ten", "reason": "Kind"], "Type a whole number of points, above 0.", 400),
        (["points": "-5", "reason": "Kind"], "Type a whole number of points, above 0.", 400),
        (["points": "1.5", "reason": "Kind"], "Type a whole number of points, above 0.", 400),
        (["points": "99999999999999999999", "reason": "Kind"], "Type a whole number of points, above 0.", 400),
        (["points": "5", "reason": " "], "Say why, so that it can be understood later.", 400),
        (["points": "201", "reason": "Kind", "direction": "take"], "fewer points to spend than that", 409),
    ])
    func `what is refused is kept as it was typed, with the reason`(
        typed: [String: String], sentence: String, status: Int
    ) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get(mia).hidden("form_token")
            let page = try await browser.post("\(mia)/adjustments", typed, token: token)
            #expect(page.status == status)
            #expect(page.html.contains(sentence))
            #expect(page.html.contains("value=\"\(typed["points"]!)\""))
            #expect(try await town.balance() == 200)
        }
    }

    @Test func `a tier is given by hand until a day, and taken back`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get(mia).hidden("form_token")
            let form = ["tier": "gold", "through": "2019-01-01", "reason_for_tier": "A friend of the house"]
            let late = try await browser.post("\(mia)/grants", form, token: token)
            #expect(late.status == 400 && late.html.contains("Choose today or a later day."))
            #expect(late.html.contains("value=\"A friend of the house\""))
            let through = (try town.server.surroundings.today(in: town.bakery) + 30).description
            let given = try await browser.post(
                "\(mia)/grants", form.merging(["through": through]) { $1 }, token: token)
            #expect(given.location == "\(mia)?done=member.granted")
            #expect(try await browser.get(mia).html.contains("Gold was given by hand"))
            _ = try await browser.post("\(mia)/grants/end", [:], token: token)
            #expect(try await !browser.get(mia).html.contains("was given by hand"))
            let twice = try await browser.post("\(mia)/grants/end", [:], token: token)
            #expect(twice.html.contains("No tier is held by hand any more."))
        }
    }

    @Test func `a statement is downloaded that proves itself, and printed`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let file = try await browser.get("\(mia)/statement.csv")
            #expect(file.html.split(separator: "\r\n").count == 2)
            #expect(try await browser.get("\(mia)/statement").html.contains("Mia Odhiambo"))
            for part in ["", "/statement", "/statement.csv"] {
                #expect(try await browser.get("\(members)/nobody\(part)").status == 404)
            }
        }
    }

    @Test func `a name stays text in the list and on the page, whatever is in it`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let hostile = ["<script>alert(1)</script> \"x\u{301}", "محمد الفارسي", "👩🏾‍🍳 Mama", "'><img src=x>"]
            for (number, name) in hostile.enumerated() {
                try await town.order(by: "hostile-\(number)", named: name)
                let page = try await browser.get("\(members)/hostile-\(number)")
                #expect(page.html.contains("<h1 dir=\"auto\">\(escapedHTML(name))</h1>"))
            }
            let list = try await browser.get(members).html
            for name in hostile { #expect(list.contains(escapedHTML(name))) }
            #expect(!list.contains("<script>alert") && !list.contains("<img src=x"))
        }
    }
}
