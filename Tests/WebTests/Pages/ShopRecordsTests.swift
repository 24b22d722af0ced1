import HTTPTypes
import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let acts = "/shop/loyalty/settings/acts"
private let exports = "/shop/loyalty/settings/exports"

/// What was done in a shop, and what its owner takes home of it.
struct ShopRecordsTests {
    @Test func `acts stand with who did what to what, when in the shop's zone, and what changed`() async throws {
        try await counting { browser, town in
            _ = try await AdjustPoints(in: town.server.surroundings)(
                Points(7), reason: "Sorry.", to: Identifier(trusted: "mia"), in: town.bakery, actor: "amina")
            var settings = town.bakery.settings
            settings.name = "<b>Mkate</b>"
            try await ChangeShop(in: town.server.surroundings)(
                town.bakery.id, from: town.bakery.settings, to: settings, actor: "key:Tom & Jerry")
            try await town.signIn(browser, "amina")
            let page = try await browser.get(acts)
            #expect(page.html.contains("<strong>Points adjusted</strong>"))
            #expect(page.html.contains(">Mia Odhiambo</a>") && page.html.contains("the key “Tom &amp; Jerry”"))
            #expect(page.html.contains("<del dir=\"auto\">200</del>") && page.html.contains(">207</ins>"))
            #expect(page.html.contains("href=\"/shop/loyalty/members/mia\""))
            // Noon in UTC is three in the afternoon in Nairobi.
            #expect(
                page.html.contains(
                    "<time datetime=\"2026-11-02T12:00:00Z\">2\u{A0}Nov\u{A0}2026, 15:00:00</time>"))
            #expect(page.html.contains("&lt;b&gt;Mkate&lt;/b&gt;") && !page.html.contains("<b>Mkate"))
            for word in ["Program saved", "Reward saved", "Staff taken on", "Shop saved"] {
                #expect(page.html.contains(word), "\(word)")
            }
            #expect(page.html.contains("href=\"/shop/loyalty/rewards/\(town.mug.id)\""))
            // Of what the other shop did nothing is here.
            #expect(!page.html.contains("wanja") && !page.html.contains("bookshop"))
        }
    }

    @Test func `acts are chosen by person and kind, also in their file`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            func kinds(_ query: String) async throws -> Set<Substring> {
                Set(try await browser.get("\(acts)?\(query)").html.matches(of: /<strong>([^<]+)</).map(\.output.1))
            }
            #expect(try await kinds("person=amina") == ["Program saved", "Reward saved"])
            #expect(try await kinds("kind=add_staff") == ["Staff taken on"])
            #expect(try await kinds("person=amina&kind=save_program") == ["Program saved"])
            #expect(try await kinds("person=nobody") == [])
            let none = try await browser.get("\(acts)?person=%3Cb%3E&kind=nothing")
            #expect(none.html.contains("Nothing like that was done"))
            #expect(none.html.contains("<option value=\"&lt;b&gt;\" selected>"))
            let file = try await browser.get("\(acts).csv?person=amina&kind=save_program")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            let lines = file.html.split(separator: "\r\n")
            #expect(lines.count == 2 && lines[0] == "id,at,actor,name,action,subject,before,after")
            #expect(lines[1].contains(",\"amina\",\"\",\"save_program\",\"1\",\"null\",\"{\"\""))
        }
    }

    @Test func `acts are turned page by page`() async throws {
        try await counting { browser, town in
            for number in 1...60 {
                _ = try await AdjustPoints(in: town.server.surroundings)(
                    Points(1), reason: "No. \(number).", to: Identifier(trusted: "mia"), in: town.bakery,
                    actor: number.isMultiple(of: 20) ? "otieno" : "amina")
            }
            try await town.signIn(browser, "amina")
            var path = "\(acts)?kind=adjust_points"
            var counts: [Int] = []
            while counts.count < 9 {
                let page = try await browser.get(path)
                counts.append(page.html.ranges(of: "<strong>").count)
                let older = page.html.firstMatch(of: /class="button" href="([^"]+)">Older/)?.output.1
                guard let older else { break }
                path = String(older).replacing("&amp;", with: "&")
            }
            #expect(counts == [50, 10])
            #expect(try await browser.get("\(acts)?person=otieno").html.ranges(of: "<strong>").count == 3)
            #expect(try await browser.get("\(acts).csv?kind=adjust_points").html.split(separator: "\r\n").count == 61)
        }
    }

    @Test func `the ledger of a shop is a file of all its entries, and of no other shop's`() async throws {
        try await counting { browser, town in
            try await town.order(by: "juma", named: "=cmd|' /C calc'!A0")
            _ = try await AdjustPoints(in: town.server.surroundings)(
                Points(7), reason: "=1+1", to: Identifier(trusted: "mia"), in: town.bakery, actor: "amina")
            try await town.signIn(browser, "amina")
            let file = try await browser.get("\(exports)/entries.csv")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"entries.csv\"")
            let columns = StatementRow.columns.joined(separator: ",")
            let lines = file.html.split(separator: "\r\n")
            #expect(lines.count == 4)
            #expect(lines[0] == columns)
            #expect(lines[1].hasPrefix("\"bakery\",\"juma\",1,earned_purchase,200,200,"))
            #expect(lines[2].hasPrefix("\"bakery\",\"mia\",1,earned_purchase,200,200,"))
            #expect(lines[3].contains(",7,207,") && lines[3].contains("\"'=1+1\""))
            try await town.signIn(browser, "ben")
            #expect(try await browser.get("\(exports)/entries.csv").html == "\(columns)\r\n")
        }
    }

    @Test func `redemptions are a file that tells what became of them, and never a code`() async throws {
        try await counting { browser, town in
            let code = try await town.code()
            try await town.signIn(browser, "amina")
            let file = try await browser.get("\(exports)/redemptions.csv").html
            #expect(file.contains(",\"A mug\",free_product,\"mia\",\"Mia Odhiambo\",50,pending,2026-11-02T12:00:00Z,"))
            #expect(!file.contains(code.grouped) && !file.contains(code.grouped.replacing("-", with: "")))
            _ = try await UseCode(in: town.server.surroundings)(code, for: nil, in: town.bakery, actor: "otieno")
            let used = try await browser.get("\(exports)/redemptions.csv").html
            #expect(used.contains(",redeemed,") && used.contains(",2026-11-02T12:00:00Z,\"otieno\",\"\"\r\n"))
        }
    }

    @Test(arguments: [
        ("", 1), ("?from=2026-11-02", 1), ("?until=2026-11-02", 1), ("?from=2026-11-02&until=2026-11-02", 1),
        ("?from=0001-01-01&until=9999-12-31", 1), ("?from=0001-01-01&until=0001-01-01", 0),
        ("?from=2026-11-03", 0), ("?until=2026-11-01", 0), ("?from=2026-11-01&until=2026-11-01", 0),
    ])
    func `days are those of the shop`(query: String, count: Int) async throws {
        try await counting { browser, town in
            _ = try await town.code()
            try await town.signIn(browser, "amina")
            let redemptions = try await browser.get("\(exports)/redemptions.csv\(query)").html
            #expect(redemptions.split(separator: "\r\n").count == 1 + count)
            // The order, and what the mug cost.
            let entries = try await browser.get("\(exports)/entries.csv\(query)").html
            #expect(entries.split(separator: "\r\n").count == 1 + 2 * count)
        }
    }

    @Test func `a day that a zone never had holds nothing, and the days around it hold all the time`() throws {
        let samoa = try Zones.shared.zone(named: "Pacific/Apia")
        let days = try ["2011-12-29", "2011-12-30", "2011-12-31"].map { try #require(Day($0)) }
        let moments = try days.map { day in
            try #require(try ExportDays(from: day, until: day).moments(in: samoa))
        }
        #expect(moments[1].isEmpty)
        #expect(moments[0].upperBound == moments[2].lowerBound)
        #expect(moments[0].lowerBound.adding(days: 2) == moments[2].upperBound)
    }

    @Test func `an hour before midnight in UTC is the next day in Nairobi`() async throws {
        try await counting { browser, town in
            town.server.clock.advance(seconds: 11 * 3_600)
            _ = try await town.code()
            try await town.signIn(browser, "amina")
            for file in ["entries", "redemptions"] {
                let next = try await browser.get("\(exports)/\(file).csv?from=2026-11-03&until=2026-11-03").html
                #expect(next.split(separator: "\r\n").count == 2, "\(file)")
            }
        }
    }

    @Test func `the page leads to a file, or says what is wrong with its days, and keeps them`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            #expect(try await browser.get(exports).status == 200)
            let file = try await browser.get("\(exports)?file=entries&from=2026-11-01&until=2026-11-02")
            #expect(file.location == "\(exports)/entries.csv?from=2026-11-01&until=2026-11-02")
            #expect(
                try await browser.get("\(exports)?file=redemptions&from=&until=").location
                    == "\(exports)/redemptions.csv")
            let turned = try await browser.get("\(exports)?file=redemptions&from=2026-11-02&until=2026-11-01")
            #expect(turned.status == 400 && turned.html.contains("The first day must not be after the last."))
            #expect(turned.html.contains("id=\"redemptions-from\" name=\"from\" type=\"date\" value=\"2026-11-02\""))
            #expect(try await browser.get("\(exports)?file=entries&from=2026-02-30").status == 400)
            #expect(try await browser.get("\(exports)/entries.csv?from=2026-02-30").status == 400)
            #expect(try await browser.get("\(exports)?file=secrets").status == 200)
        }
    }

    @Test func `a ledger of many pages is written whole, in order, and once`() async throws {
        try await counting { browser, town in
            for number in 0..<7 { try await town.order(by: "buyer-\(number)", named: "Buyer") }
            for number in 1...1_000 {
                _ = try await AdjustPoints(in: town.server.surroundings)(
                    Points(1), reason: "No. \(number).", to: Identifier(trusted: "buyer-3"), in: town.bakery,
                    actor: "amina")
            }
            var pages = try ExportEntries(in: town.server.surroundings)(
                in: town.bakery, ExportDays(from: nil, until: nil))
            var (text, pageCount) = ("", 0)
            while let page = try await pages.next() { (text, pageCount) = (text + page, pageCount + 1) }
            let keys = text.split(separator: "\r\n").dropFirst().map { line in
                line.split(separator: ",")[1...2].joined(separator: " ")
            }
            #expect(pageCount == 3 && keys.count == 1_008 && Set(keys).count == 1_008)
            #expect(keys.prefix(4) == ["\"buyer-0\" 1", "\"buyer-1\" 1", "\"buyer-2\" 1", "\"buyer-3\" 1"])
            #expect(keys.suffix(2) == ["\"buyer-6\" 1", "\"mia\" 1"])
        }
    }
}
