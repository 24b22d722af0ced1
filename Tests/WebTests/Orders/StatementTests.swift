import ExactJSON
import Hummingbird
import HummingbirdTesting
import Testing

struct StatementTests {
    private let path = "/api/shops/bakery/members/mia/statement"

    @Test func `members, the shop and its readers see a statement, nobody else does`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            for statement in [path, path + ".csv"] {
                for caller in ["mia", "amina"] { #expect(try await visit.text(statement, as: caller).status == 200) }
                #expect(try await visit.text(statement, as: nil).status == 401)
                let unknown = try await visit.text("/api/shops/bakery/members/nobody/statement", as: "juma")
                #expect(unknown.status == 404)
                for caller in ["juma", "ben"] { #expect(try await visit.text(statement, as: caller).status == 404) }
            }
        }
    }

    @Test func `the file has a line an entry, in the order they were written`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            let csv = try await visit.text(path + ".csv", as: "mia")
            #expect(csv.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = csv.text.split(separator: "\r\n")
            #expect(lines.count == 3)
            #expect(lines[1].hasPrefix("\"bakery\",\"mia\",1,earned_purchase,42,42,\"<b>A&1\",\"Order <b>A&1\","))
            #expect(lines[2].hasPrefix("\"bakery\",\"mia\",2,adjustment,5,47,"))
        }
    }

    @Test func `the page adds up, escapes what people wrote, and has neither script nor style in it`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            let page = try await visit.text(path, as: "mia")
            #expect(page.headers[.contentType] == "text/html; charset=utf-8")
            #expect(page.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
            #expect(page.headers[.cacheControl] == "no-store")
            for part in [
                "Order &lt;b&gt;A&amp;1", "<img src=x>Sorry".replacing("<", with: "&lt;").replacing(">", with: "&gt;"),
                "<th scope=\"row\">Earned</th><td>+42</td>",
                "<th scope=\"row\">Balance after 2026-11-02</th><td>47</td>",
            ] {
                #expect(page.text.contains(part), "\(part)")
            }
            for part in ["<script", "style=", "<img", "<b>"] { #expect(!page.text.contains(part), "\(part)") }
            #expect(try await visit.text("/statement.css", as: nil).text.contains("@page { size: A4"))
        }
    }

    @Test func `the page speaks the reader's language, and its table can be moved by keyboard`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            let english = try await visit.text(path, as: "mia").text
            #expect(english.contains("<title>Statement of points, bakery · Tuzo</title>"))
            #expect(english.contains("tabindex=\"0\" role=\"region\" aria-label=\"Every movement\">"))
            let swahili = try await visit.text(path, as: "mia", reading: "sw-KE").text
            #expect(swahili.contains("<html lang=\"sw\">") && swahili.contains("<h1>Taarifa ya pointi</h1>"))
            #expect(swahili.contains("Pointi za oda") && !swahili.contains("{"))
        }
    }

    @Test func `days are taken as days, in their order`() async throws {
        try await ClientTown().visit { visit in
            try await visit.openShops()
            try await visit.sell()
            let later = try await visit.text(path + "?from=2026-11-03&to=2026-11-04", as: "mia")
            #expect(later.text.contains("<th scope=\"row\">Balance before 2026-11-03</th><td>47</td>"))
            #expect(later.text.contains("Nothing moved in these days."))
            let day = try await visit.ask(.get, path + "?from=2026-02-30", as: "mia", gives: 400)
            #expect(day["code"] == "parameter_must_be_a_day" && day["field"] == "from")
            let order = try await visit.ask(.get, path + "?from=2026-11-04&to=2026-11-03", as: "mia", gives: 400)
            #expect(order["code"] == "from_must_not_be_after_to" && order["field"] == "from")
        }
    }
}

extension Visit {
    /// Mia buys, and gets points from Amina.
    func sell() async throws {
        let order: JSONValue = [
            "customer": ["id": "mia", "name": "Mia <Odhiambo>"], "status": "delivered", "total": 42,
            "placed_at": "2026-11-02T08:00:00Z",
        ]
        _ = try await ask(.put, "/api/shops/bakery/orders/%3Cb%3EA%261", as: "platform", order, gives: 201)
        let gift: JSONValue = ["points": 5, "reason": "<img src=x>Sorry"]
        _ = try await ask(.post, "/api/shops/bakery/members/mia/adjustments", as: "amina", gift, gives: 201)
    }

    func text(
        _ path: String, as caller: String?, reading language: String? = nil
    ) async throws -> (status: Int, headers: HTTPFields, text: String) {
        var headers: HTTPFields = [:]
        headers[.acceptLanguage] = language
        if let caller { headers[.authorization] = "Bearer \(town.token(caller))" }
        return try await client.execute(uri: path, method: .get, headers: headers) { response in
            (Int(response.status.code), response.headers, String(buffer: response.body))
        }
    }
}
