import HTTPTypes
import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let staff = "/shop/loyalty/settings/staff"
private let keys = "/shop/loyalty/settings/keys"

/// Who works in a shop, and the keys of its machines.
struct ShopAccessTests {
    @Test func `the owner takes somebody on, who then works the till, and removes them, who then does not`()
        async throws
    {
        try await counting { browser, town in
            let zuri = PageVisit(browser.client)
            try await town.signIn(zuri, "zuri")
            try await town.signIn(browser, "amina")
            let page = try await browser.get(staff)
            #expect(page.html.contains("otieno") && page.html.contains("Owner"))
            let question = try await browser.submit(staff, ["who": "zuri"], of: page)
            #expect(question.status == 200 && question.html.contains("No member has the id zuri."))
            #expect(question.html.contains("name=\"person\" value=\"zuri\""))
            #expect(try await zuri.get("/shop/loyalty/redemptions?shop=bakery").status == 404)
            let added = try await browser.submit(staff, ["who": "zuri", "person": "zuri"], of: question)
            #expect(added.location == "\(staff)?done=staff_added")
            #expect(try await zuri.get("/shop/loyalty/redemptions").status == 200)

            let removal = "\(staff)/zuri/removal"
            let ask = try await browser.get(removal)
            #expect(ask.html.contains("Remove zuri from the staff?"))
            for _ in 0..<2 {
                let removed = try await browser.submit(removal, [:], of: ask)
                #expect(removed.location == "\(staff)?done=staff_removed")
            }
            #expect(try await zuri.get("/shop/loyalty/redemptions?shop=bakery").status == 404)
            #expect(try await browser.get(removal).status == 404)
            let acts = try await town.acts().prefix(2).map { "\($0.actor) \($0.action) \($0.subject)" }
            #expect(acts == ["amina remove_staff zuri", "amina add_staff zuri"])
        }
    }

    @Test func `a member is found by name, and the owner says who is meant`() async throws {
        try await counting { browser, town in
            try await town.order(by: "mira", named: "Mia <i>Ouma</i>")
            try await town.signIn(browser, "amina")
            let page = try await browser.get(staff)
            let matches = try await browser.submit(staff, ["who": "mi"], of: page)
            #expect(matches.html.contains("Who is meant?") && matches.html.contains("Mia &lt;i&gt;Ouma&lt;/i&gt;"))
            #expect(matches.html.contains("value=\"mi\""))
            // A whole id needs no question.
            #expect(try await browser.submit(staff, ["who": "mira"], of: matches).status == 303)
            let again = try await browser.get(staff)
            #expect(again.html.contains("Mia &lt;i&gt;Ouma&lt;/i&gt;"))
            let twice = try await browser.submit(staff, ["who": "x", "person": "mira"], of: again)
            #expect(twice.location == "\(staff)?done=staff_known")
        }
    }

    @Test func `whoever is nothing to the shop is not named by guessing at ids`() async throws {
        try await counting { browser, town in
            let stranger = Customer(id: Identifier(trusted: "4711"), name: "Secret Person", email: nil, phone: nil)
            _ = try await SaveCustomer(in: town.server.surroundings)(stranger)
            try await town.signIn(browser, "amina")
            let page = try await browser.get(staff)
            let question = try await browser.submit(staff, ["who": "4711"], of: page)
            _ = try await browser.submit(staff, ["person": "4711"], of: question)
            let list = try await browser.get(staff)
            for html in [question.html, list.html] {
                #expect(html.contains("4711") && !html.contains("Secret"))
            }
        }
    }

    @Test(arguments: [("", "Fill this in."), ("amina", "That is the owner"), (String(repeating: "x", count: 65), "64")])
    func `who cannot be taken on is told at the field`(who: String, words: String) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(staff)
            var refused = try await browser.submit(staff, ["who": who], of: page)
            if refused.status == 200 {
                refused = try await browser.submit(staff, ["who": who, "person": who], of: refused)
            }
            #expect(refused.status == 400 && refused.html.contains("id=\"who-fault\"") && refused.html.contains(words))
        }
    }

    @Test func `a key is shown once, works, and works no more once it is revoked`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(keys)
            #expect(page.html.contains("No keys yet"))
            let form = ["name": "Till <1>", "scopes": "orders"]
            let made = try await browser.submit(keys, form, of: page)
            #expect(made.status == 200 && made.html.contains("The key “Till &lt;1&gt;” is made"))
            let secret = try #require(made.html.firstMatch(of: /<code id="secret" tabindex="0">(tuzo_[^<]+)</)).output.1
            #expect(made.headers[.cacheControl] == "no-store")
            // A double click makes one key, and is as safe as the first.
            let twice = try await browser.submit(keys, form, of: page)
            #expect(twice.html.contains(secret))
            #expect(twice.headers[.contentSecurityPolicy] == made.headers[.contentSecurityPolicy])
            #expect(twice.headers[.cacheControl] == "no-store")
            let list = try await browser.get(keys)
            #expect(!list.html.contains(secret) && list.html.contains("tuzo_…\(secret.suffix(4))"))
            let id = try #require(list.html.firstMatch(of: /keys\/([^\/"]+)\/revocation/)).output.1
            #expect(list.html.ranges(of: "/revocation").count == 1)
            let orders = "/api/shops/bakery/probe/orders"
            #expect(try await town.server.call(.get, orders, String(secret)).status == 200)
            #expect(try await town.server.call(.get, "/api/shops/bookshop/probe/orders", String(secret)).status == 404)

            let revocation = "\(keys)/\(id)/revocation"
            let ask = try await browser.get(revocation)
            #expect(ask.html.contains("Revoke the key “Till &lt;1&gt;”?"))
            let revoked = try await browser.submit(revocation, [:], of: ask)
            #expect(revoked.location == "\(keys)?done=key_revoked")
            #expect(try await town.server.call(.get, orders, String(secret)).status == 401)
            #expect(try await browser.get(revocation).status == 404)
            #expect(try await town.acts().prefix(2).map(\.action) == ["revoke_key", "issue_key"])
        }
    }

    @Test func `another shop's key cannot be revoked`() async throws {
        try await counting { browser, town in
            let (record, _) = try await IssueKey(in: town.server.surroundings)(
                named: "Ben's", scopes: [.read], in: Identifier(trusted: "bookshop"), actor: "ben")
            try await town.signIn(browser, "amina")
            let page = try await browser.get(keys)
            let path = "\(keys)/\(record.key.id)/revocation"
            #expect(try await browser.get(path).status == 404)
            #expect(try await browser.submit(path, [:], of: page).status == 404)
        }
    }

    @Test(arguments: [
        ("", "read", "name"), ("Till", "", "scope-orders"), ("Till", "everything", "scope-orders"),
        (String(repeating: "k", count: 101), "read", "name"), ("bell\u{7}", "read", "name"),
    ])
    func `a key that cannot be is told at its field`(name: String, scope: String, field: String) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(keys)
            let form = scope.isEmpty ? ["name": name] : ["name": name, "scopes": scope]
            let refused = try await browser.submit(keys, form, of: page)
            #expect(refused.status == 400 && refused.html.contains("href=\"#\(field)\""))
            #expect(refused.html.contains("class=\"wrong\""))
            if name == "Till" { #expect(refused.html.contains("value=\"Till\"")) }
            #expect(try await browser.get(keys).html.contains("No keys yet"))
        }
    }

    @Test func `a hundred keys are enough`() async throws {
        try await counting { browser, town in
            for number in 1...100 {
                _ = try await IssueKey(in: town.server.surroundings)(
                    named: "Key \(number)", scopes: [.read], in: town.bakery.id, actor: "amina")
            }
            try await town.signIn(browser, "amina")
            let page = try await browser.get(keys)
            let refused = try await browser.submit(keys, ["name": "One more", "scopes": "read"], of: page)
            #expect(refused.status == 409 && refused.html.contains("Revoke one first."))
        }
    }
}

extension PageVisit {
    /// Sends a form that stands in a page.
    func submit(_ path: String, _ fields: [String: String], of page: Page) async throws -> Page {
        let once = page.hidden("once").map { ["once": $0] } ?? [:]
        return try await post(path, fields.merging(once) { typed, _ in typed }, token: page.hidden("form_token"))
    }
}
