import Foundation
import HTTPTypes
import Loyalty
import Testing

@testable import Operations
@testable import Web

private let rewards = "/shop/loyalty/rewards"

/// What a browser sends for a reward that can be saved.
private let tea = [
    "is_active": "yes", "name": "A cup of tea", "description": "With milk.\r\nOr without.",
    "reward_type": "free_product",
    "product": "TEA", "discount_percentage": "", "discount_amount": "", "service": "", "bonus_points": "",
    "points_cost": "1,200", "minimum_tier_required": "silver", "total_available": "", "valid_from": "2026-11-10",
    "max_redemptions_per_customer": "", "valid_until": "2026-11-20", "code_valid_days": "14",
    "on_code_expiry": "forfeit", "seen": "", "reward": "",
]

struct RewardFormTests {
    private func post(
        _ fields: [String: String], to path: String = "\(rewards)/new", _ browser: PageVisit, token: String?
    ) async throws -> PageVisit.Page {
        try await browser.post(path, tea.merging(fields) { $1 }, token: token)
    }

    @Test func `a reward is made of everything that was typed, once`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get("\(rewards)/new")
            #expect(page.html.contains("value=\"30\""), "codes are good for as long as the program says")
            for _ in 1...2 {
                let done = try await post(
                    ["once": page.hidden("once") ?? ""], browser, token: page.hidden("form_token"))
                #expect(done.location == "\(rewards)?done=reward_made")
            }
            let made = try await ListRewards(in: town.server.surroundings)(in: town.bakery).map(\.reward)
                .filter { $0.name == "A cup of tea" }
            let tea = try #require(made.first)
            #expect(made.count == 1)
            #expect(tea.description == "With milk.\nOr without." && tea.benefit == .freeProduct("TEA"))
            #expect(tea.cost == Points(1_200) && tea.minimumTierKey == "silver")
            #expect(tea.totalAvailable == nil && tea.limitPerCustomer == nil && tea.isActive)
            #expect(tea.codeValidDays == 14 && tea.onCodeExpiry == .forfeit)
            // Days begin and end in Nairobi, three hours ahead.
            #expect(tea.validFrom == Instant("2026-11-09T21:00:00Z"))
            #expect(tea.validUntil == Instant("2026-11-20T21:00:00Z"))
        }
    }

    @Test(arguments: [
        ("discount_percentage", "12.5", RewardBenefit.discountPercentage(Rate(tenThousandths: 125_000))),
        ("discount_fixed", "1,500.50", .discountFixed(Money(minorUnits: 1_500_50, try! Currency("KES")))),
        ("free_shipping", "", .freeShipping), ("free_service", "CLASS", .freeService("CLASS")),
        ("bonus_points", "75", .bonusPoints(Points(75))),
    ])
    func `every kind of reward can be made`(kind: String, typed: String, benefit: RewardBenefit) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get("\(rewards)/new").hidden("form_token")
            let names = [
                "discount_percentage": "discount_percentage", "discount_fixed": "discount_amount",
                "free_service": "service", "bonus_points": "bonus_points",
            ]
            var fields = ["reward_type": kind, "name": "The one"]
            if let name = names[kind] { fields[name] = typed }
            #expect(try await post(fields, browser, token: token).status == 303)
            let made = try await ListRewards(in: town.server.surroundings)(in: town.bakery).map(\.reward)
            #expect(made.first { $0.name == "The one" }?.benefit == benefit)
        }
    }

    @Test(arguments: [
        ("name", " ", "Give it a name."), ("name", String(repeating: "x", count: 201), "This is too long."),
        ("description", String(repeating: "x", count: 2_001), "This is too long."),
        ("points_cost", "0", "Type 1 or more."), ("points_cost", "", "Fill this in."),
        ("points_cost", "9999999999999", "Type a trillion at most."), ("product", "", "Say which one."),
        ("minimum_tier_required", "diamond", "The program has no such tier."),
        ("total_available", "-1", "Type 0 or more, or nothing."), ("total_available", "1.5", "Type a whole number."),
        ("max_redemptions_per_customer", "0", "Type 1 or more, or nothing."),
        ("valid_from", "tomorrow", "Choose a day."), ("valid_until", "2026-11-08", "The last day must not be"),
        ("code_valid_days", "0", "Type a number of days from 1"), ("code_valid_days", "", "Type a number"),
        ("reward_type", "a_ride", "Choose one of the list."),
        ("on_code_expiry", "burn", "Choose one of the list."),
    ])
    func `what is refused is told at its field, and what was typed is kept`(
        field: String, typed: String, told: String
    ) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get("\(rewards)/new").hidden("form_token")
            let refused = try await post([field: typed], browser, token: token)
            #expect(refused.status == 400 || refused.status == 422)
            let fault = refused.html.firstMatch(of: try Regex("id=\"\(field)-fault\">([^<]*)"))?.output[1].substring
            #expect(fault?.hasPrefix(told) == true, "\(field): \(fault ?? "no fault")")
            #expect(refused.html.contains("value=\"1,200\"") || field == "points_cost")
            #expect(refused.html.contains("With milk.\nOr without.") || field == "description")
            #expect(try await ListRewards(in: town.server.surroundings)(in: town.bakery).count == 2)
        }
    }

    @Test(arguments: [
        ("discount_percentage", "discount_percentage", "100.01", "Type a number above 0 and up to 100."),
        ("discount_percentage", "discount_percentage", "", "Fill this in."),
        ("discount_fixed", "discount_amount", "0", "Type an amount above 0."),
        ("discount_fixed", "discount_amount", "0.001", "The currency has fewer decimals."),
        ("free_service", "service", "", "Say which one."),
        ("bonus_points", "bonus_points", "0", "Type a number of points"),
    ])
    func `what a kind needs is asked for at its field`(
        kind: String, field: String, typed: String, told: String
    ) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get("\(rewards)/new").hidden("form_token")
            let refused = try await post(["reward_type": kind, field: typed], browser, token: token)
            #expect(refused.status == 400 || refused.status == 422)
            #expect(refused.html.contains("id=\"\(field)-fault\">\(told)"))
        }
    }

    @Test func `a draft shows what members would see, and saves nothing`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get("\(rewards)/new").hidden("form_token")
            let page = try await post([:], to: "\(rewards)/draft", browser, token: token)
            #expect(page.status == 200)
            #expect(page.html.contains("<h3 dir=\"auto\">A cup of tea</h3>"))
            #expect(page.html.contains("1,200 points") && page.html.contains("For Silver and above"))
            #expect(
                page.html.contains("from 10\u{A0}Nov\u{A0}2026") && page.html.contains("through 20\u{A0}Nov\u{A0}2026"))
            #expect(page.html.contains("Members do not see it yet."))
            let unfinished = try await post(["points_cost": ""], to: "\(rewards)/draft", browser, token: token)
            #expect(unfinished.html.contains("<strong>Cost in points:</strong>"))
            #expect(try await ListRewards(in: town.server.surroundings)(in: town.bakery).count == 2)
        }
    }

    @Test func `names of all sorts are shown as they are, and are never tags`() async throws {
        let names = [
            "<script>alert(1)</script>", "\"><b>\u{301}", "O'Brien & Söhne", "محمد \u{202E}x", "👩🏾‍🍳",
            String(repeating: "long ", count: 39),
        ]
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let token = try await browser.get("\(rewards)/new").hidden("form_token")
            for name in names {
                #expect(try await post(["name": name], browser, token: token).status == 303)
            }
            let list = try await browser.get(rewards)
            for name in names.map({ $0.trimmingCharacters(in: .whitespaces) }) {
                #expect(list.html.contains("dir=\"auto\">\(escapedHTML(name))</a>"), "\(name)")
            }
            #expect(!list.html.contains("<script>alert") && !list.html.contains("<b>"))
            let path = try #require(list.html.firstMatch(of: /href="([^"]+)" dir="auto">&lt;script/)).output.1
            let page = try await browser.get(String(path))
            #expect(!page.html.contains("<script>alert"))
            #expect(page.hidden("seen")?.contains("<script>") == false)
        }
    }
}
