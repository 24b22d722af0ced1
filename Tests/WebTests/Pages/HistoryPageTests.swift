import ExactJSON
import HTTPTypes
import Loyalty
import Operations
import Testing

@testable import Web

struct HistoryPageTests {
    @Test func `history comes in pages of twenty, each row with the balance after it`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            for number in 2...45 { try await visit.order("A-\(number)", "10.00") }
            let browser = try await visit.browser(of: "mia")
            let first = try await browser.get("/loyalty/bakery").html
            #expect(rows(in: first) == Array((26...45).reversed()))
            #expect(first.contains("Balance 668") && first.contains("Balance 656"))
            #expect(first.contains("href=\"/loyalty/bakery/history?before=26\""))
            let second = try await browser.get("/loyalty/bakery/history?before=26").html
            #expect(rows(in: second) == Array((6...25).reversed()))
            let last = try await browser.get("/loyalty/bakery/history?before=6").html
            #expect(rows(in: last) == Array((1...5).reversed()))
            #expect(!last.contains("Older"))
            #expect(try await browser.get("/loyalty/bakery/history?before=x").status == 400)
        }
    }

    @Test func `each row explains itself, in numbers and in both languages`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            try await visit.order("A-2", "1000.00")
            try await visit.order("A-3", "99.99")
            try await visit.order("A-3", "99.99", revision: 2, refunded: "99.99")
            let english = try await visit.browser(of: "mia")
            let earned = try await english.get("/loyalty/bakery/history/3").html
            for words in [
                "You earned 124 points with order A-3.", "<dd dir=\"auto\">KSh\u{A0}99.99</dd>", "× 1.25 (Silver)",
                "124.9875", "Rounded down", "It was refunded in full, so it gives no points.",
            ] {
                #expect(earned.contains(words), "\(words)")
            }
            let undone = try await english.get("/loyalty/bakery/history/4").html
            #expect(undone.contains("Order A-3 was undone, so its points were taken back: 124 points."))
            let swahili = try await visit.browser(of: "mia", reading: "sw").get("/loyalty/bakery/history/3").html
            #expect(swahili.contains("Ulipata pointi 124 kwa oda A-3."))
            #expect(!swahili.contains("You earned"))
        }
    }

    @Test func `whatever the core can say has words in every language`() throws {
        let keys =
            EntryKind.allCases.map { "entry.\($0.rawValue)" }
            + EntryExplanation.Rule.allCases.filter { $0 != .adjusted }.map { "explain.\($0.rawValue)" }
            + ["entry.left", "entry.expiry_undone", "explain.adjusted.given", "explain.adjusted.taken"]
            + OrderExplanation.Rule.allCases.map { "order.\($0.rawValue)" }
            + Rounding.allCases.map { "explain.fact.rounded.\($0.rawValue)" }
            + ["amount", "minimum", "rate", "tier", "product", "before", "not_taken"].map { "explain.fact.\($0)" }
            + Redemption.Status.allCases.map { "codes.state.\($0.rawValue)" }
            + CodeExpiryPolicy.allCases.map { "codes.unused.\($0.rawValue)" }
            + ReferralState.allCases.map { "invited.state.\($0.rawValue)" }
            + EarningMoment.allCases.map { "earn.on.\($0.rawValue)" }
            + BonusPeriod.allCases.flatMap { ["earn.limit.\($0.rawValue).one", "earn.limit.\($0.rawValue).other"] }
        for words in try Catalogue.all() {
            for key in keys { #expect(words.text(key) != nil, "\(key) in \(words.language)") }
        }
    }

    @Test func `notices tell what happened in all shops, newest first, page by page`() async throws {
        try await ClientTown().visit { visit in
            let coffee = try await visit.openCounter()
            let browser = try await visit.browser(of: "mia")
            #expect(try await visit.browser(of: "juma").get("/loyalty/notices").html.contains("No news"))
            try await visit.order("A-2", "400.00")
            _ = try await visit.ask(
                .put, "/api/shops/bakery/rewards/\(coffee)", as: "amina",
                [
                    "name": "Coffee", "reward_type": "free_product", "product": "C", "points_cost": 50,
                    "code_valid_days": 3,
                ])
            _ = try await visit.ask(
                .post, "/api/shops/bakery/redemptions", as: "mia", ["reward_id": .string(coffee)], gives: 201)
            let html = try await browser.get("/loyalty/notices").html
            for words in [
                "200 points for you", "400 points for you", "You reached Silver", "Your code for Coffee ends",
            ] {
                #expect(html.contains(words), "\(words)")
            }
            for number in 3...22 { try await visit.order("A-\(number)", "1.00") }
            let first = try await browser.get("/loyalty/notices")
            let older = try #require(first.html.firstMatch(of: /href="(\/loyalty\/notices\?cursor=[^"]+)"/)).output.1
            let second = try await browser.get(String(older))
            let all = [first, second].flatMap { $0.html.matches(of: /<li><a class="panel" href="([^"]+)"/) }.map(
                \.output.1)
            #expect(all.count == 24)
            #expect(Set(all).count == 24)
            #expect(try await browser.get("/loyalty/notices?cursor=x").status == 400)
        }
    }

    private func rows(in html: String) -> [Int] {
        html.matches(of: /href="\/loyalty\/bakery\/history\/(\d+)"/).compactMap { Int($0.output.1) }
    }
}
