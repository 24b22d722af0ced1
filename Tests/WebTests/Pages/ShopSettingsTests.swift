import HTTPTypes
import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let settings = "/shop/loyalty/settings"

struct ShopSettingsTests {
    @Test(arguments: [
        "", "/staff", "/staff/otieno/removal", "/keys", "/keys/any/revocation", "/acts", "/acts.csv", "/exports",
        "/exports/entries.csv", "/exports/redemptions.csv",
    ])
    func `settings are the owner's alone`(part: String) async throws {
        try await counting { browser, town in
            #expect(try await browser.get(settings + part).status == 303)
            for (who, status) in [("otieno", 403), ("mia", 404), ("ben", 404)] {
                try await town.signIn(browser, who)
                #expect(try await browser.get("\(settings)\(part)?shop=bakery").status == status, "\(who)")
            }
        }
    }

    @Test(arguments: ["", "/staff", "/staff/otieno/removal", "/keys", "/keys/any/revocation"])
    func `nobody else's form does anything`(part: String) async throws {
        try await counting { browser, town in
            for (who, status) in [("otieno", 403), ("mia", 404), ("ben", 404)] {
                try await town.signIn(browser, who)
                let token = try await browser.get("/loyalty/settings").hidden("form_token")
                let form = ["name": "Stolen", "who": "ben", "person": "ben", "scopes": "read"]
                let answer = try await browser.post("\(settings)\(part)?shop=bakery", form, token: token)
                #expect(answer.status == status, "\(who)")
            }
            let acts = try await ViewAuditLog(in: town.server.surroundings)(in: town.bakery, before: nil, limit: 99)
            #expect(acts.allSatisfy { ["test", "amina"].contains($0.actor) })
        }
    }

    @Test func `the owner changes name, zone and colour, and all pages of the shop follow`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(settings)
            #expect(page.html.contains("<option value=\"Africa/Nairobi\" selected>"))
            #expect(page.html.contains("<dd dir=\"auto\">KES</dd>"))
            let form = page.shopForm(name: "Mkate & \"Chai\"", zone: "Africa/Kampala", accent: "#FFD400")
            let saved = try await browser.post(settings, form, token: page.hidden("form_token"))
            #expect(saved.location == "\(settings)?done=shop_saved")
            let again = try await browser.get(try #require(saved.location))
            #expect(again.html.contains("value=\"Mkate &amp; &quot;Chai&quot;\""))
            #expect(again.html.contains("<html lang=\"en\" class=\"accent-xffd400\">"))
            #expect(again.html.contains("<link rel=\"stylesheet\" href=\"/assets/accents/ffd400.css\">"))
            #expect(again.html.contains("On dark pages it is used as you chose it, on light ones as #"))
            let act = try #require(try await town.acts().first)
            #expect(act.action == "save_shop" && act.actor == "amina" && act.after.contains("#ffd400"))
            try await town.signIn(browser, "mia")
            for path in ["/loyalty", "/loyalty/bakery"] {
                #expect(try await browser.get(path).html.contains("href=\"/assets/accents/ffd400.css\""), "\(path)")
            }
        }
    }

    @Test func `the platform may change a shop, and the colour stays its owner's`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(settings)
            let form = page.shopForm(name: "bakery", zone: "Africa/Nairobi", accent: "#0b5a9c")
            _ = try await browser.post(settings, form, token: page.hidden("form_token"))
            let sent = Shop(
                id: town.bakery.id, name: "Renamed", ownerID: town.bakery.ownerID, currency: town.bakery.currency,
                timeZone: "Africa/Nairobi")
            _ = try await SaveShop(in: town.server.surroundings)(sent, actor: "key:platform")
            let after = try await browser.get(settings)
            #expect(after.html.contains("value=\"Renamed\"") && after.html.contains("accent-x0b5a9c"))
        }
    }

    @Test(arguments: [
        ("", "Africa/Nairobi", "#0b5a9c", "name", 400), ("   ", "Africa/Nairobi", "#0b5a9c", "name", 400),
        (String(repeating: "n", count: 301), "Africa/Nairobi", "#0b5a9c", "name", 400),
        ("bell\u{7}", "Africa/Nairobi", "#0b5a9c", "name", 400), ("Mkate", "EST", "#0b5a9c", "time_zone", 400),
        ("Mkate", "", "#0b5a9c", "time_zone", 400), ("Mkate", "Mars/Olympus", "#0b5a9c", "time_zone", 400),
        ("Mkate", "Africa/Nairobi", "blue", "accent", 400), ("Mkate", "Africa/Nairobi", "#0b5a9c;}", "accent", 400),
        ("Mkate", "Africa/Nairobi", "", "accent", 400),
    ])
    func `what cannot be is told at its field, and what was typed stays`(
        name: String, zone: String, accent: String, field: String, status: Int
    ) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(settings)
            let form = page.shopForm(name: name, zone: zone, accent: accent)
            let refused = try await browser.post(settings, form, token: page.hidden("form_token"))
            #expect(refused.status == status)
            #expect(refused.html.contains("id=\"\(field)-fault\"") && refused.html.contains("href=\"#\(field)\""))
            if name == "Mkate" { #expect(refused.html.contains("value=\"Mkate\"")) }
            #expect(try await town.server.surroundings.shops.shop(town.bakery.id) == town.bakery)
        }
    }

    @Test func `a form that somebody else was faster than is told so, and taken at the next try`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(settings)
            var theirs = town.bakery.settings
            theirs.name = "Theirs <b>"
            try await ChangeShop(in: town.server.surroundings)(
                town.bakery.id, from: town.bakery.settings, to: theirs, actor: "amina")
            let mine = page.shopForm(name: "Mine", zone: "Africa/Nairobi", accent: "")
            let told = try await browser.post(settings, mine, token: page.hidden("form_token"))
            #expect(told.status == 409)
            #expect(told.html.contains("id=\"rival\"") && told.html.contains("Theirs &lt;b&gt;"))
            #expect(told.html.contains("value=\"Mine\""))
            #expect(try await town.name() == "Theirs <b>")
            let next = told.shopForm(name: "Mine", zone: "Africa/Nairobi", accent: "")
            for _ in 0..<2 {
                let saved = try await browser.post(settings, next, token: told.hidden("form_token"))
                #expect(saved.location == "\(settings)?done=shop_saved")
            }
            #expect(try await town.name() == "Mine")
            #expect(try await town.acts().count(where: { $0.action == "save_shop" && $0.actor == "amina" }) == 2)
        }
    }

    @Test(arguments: [
        "0b5a9c.css", "0b5a9c", "0B5A9C.css", "fff.css", "0b5a9c.css.css", "..css", "%3Cb%3E0b5a9.css", "0b5a9g.css",
    ])
    func `a colour has a sheet of its own, which tells of no shop`(name: String) async throws {
        try await counting { browser, _ in
            let sheet = try await browser.get("/assets/accents/\(name)")
            guard name == "0b5a9c.css" else {
                #expect(sheet.status == 404)
                return
            }
            #expect(sheet.headers[.contentType] == "text/css; charset=utf-8")
            #expect(sheet.headers[.cacheControl]?.contains("immutable") == true)
            #expect(sheet.html.contains(".accent-x0b5a9c { --accent: #0b5a9c; --accent-text: #0b5a9c; }"))
            #expect(sheet.html.contains("@media (prefers-color-scheme: dark) { .accent-x0b5a9c { --accent-text: #"))
        }
    }

    @Test func `the grounds that colours are checked on are those of the style sheet`() throws {
        let file = try #require(AssetShelf.files.first { $0.name == "tuzo.css" })
        let sheet = String(decoding: file.bytes, as: UTF8.self)
        for (place, name) in ["paper", "surface", "sunken"].enumerated() {
            for ground in [AccentShades.lightGrounds[place], AccentShades.darkGrounds[place]] {
                #expect(sheet.contains("--\(name): #\(ground.hex);"), "\(name) \(ground.hex)")
            }
        }
        #expect(sheet.contains("color-mix(in srgb, var(--accent) 9%, var(--surface))"))
        #expect(sheet.contains("color-mix(in srgb, var(--accent-text) 14%, var(--surface))"))
        #expect(sheet.contains("color-mix(in srgb, var(--accent) 84%, #fff)"))
    }
}

extension PageVisit.Page {
    /// The form of the shop as it stands in the page, with other values typed in.
    fileprivate func shopForm(name: String, zone: String, accent: String) -> [String: String] {
        var form = ["name": name, "time_zone": zone, "accent": accent, "own_colour": "yes"]
        if name == "Mine" { form["own_colour"] = nil }
        for seen in ["seen_name", "seen_time_zone", "seen_accent"] {
            form[seen] = hidden(seen)?.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        }
        return form
    }
}

extension TillTown {
    /// What was done in the bakery, newest first.
    func acts() async throws -> [AuditLogStore.Act] {
        try await ViewAuditLog(in: server.surroundings)(in: bakery, before: nil, limit: 99)
    }

    fileprivate func name() async throws -> String? { try await server.surroundings.shops.shop(bakery.id)?.name }
}
