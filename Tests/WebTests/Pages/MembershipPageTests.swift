import ExactJSON
import HTTPTypes
import Loyalty
import Testing

@testable import Web

struct MembershipPageTests {
    @Test func `who has no membership is told how to get one`() async throws {
        try await ClientTown().visit { visit in
            let page = try await visit.browser(of: "juma").get("/loyalty")
            #expect(page.status == 200)
            #expect(page.html.contains("No memberships yet"))
        }
    }

    @Test func `the wallet shows each membership with what it is worth, and never adds them up`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            for (name, amount, cost) in [("Small", "20.00", 100), ("Large", "250.00", 200), ("Huge", "900", 201)] {
                _ = try await visit.ask(
                    .post, "/api/shops/bakery/rewards", as: "amina",
                    [
                        "name": .string(name), "reward_type": "discount_fixed", "discount_amount": .string(amount),
                        "points_cost": .number(Int64(cost)),
                    ], gives: 201)
            }
            let html = try await visit.browser(of: "mia").get("/loyalty").html
            #expect(html.contains("<strong>200</strong>"))
            #expect(html.contains("worth KSh\u{A0}250.00 off"))
            #expect(!html.contains("900"))
            let swahili = try await visit.browser(of: "mia", reading: "sw").get("/loyalty").html
            #expect(swahili.contains("punguzo la KSh\u{A0}250.00"))
        }
    }

    @Test func `a membership shows the member's code for the till, the ladder, ways to earn and the link`() async throws
    {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            let member = try await visit.ask(.get, "/api/shops/bakery/members/mia", as: "amina")
            let code = try visit.text("referral_code", of: member)
            let html = try await visit.browser(of: "mia").get("/loyalty/bakery").html
            #expect(html.contains("<strong class=\"code\">\(code)</strong>"))
            #expect(html.contains(try #require(QRCode("tuzo:member:\(code)")).path))
            #expect(html.contains("value=\"http://127.0.0.1:8001/r/\(code)\""))
            for words in ["You are here", "From KSh\u{A0}500.00", "KSh\u{A0}300.00 to go", "1 point per KSh\u{A0}1.00"]
            {
                #expect(html.contains(words), "\(words)")
            }
        }
    }

    @Test func `nobody sees a membership that is not theirs`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            for (person, path) in [
                ("juma", "/loyalty/bakery"), ("juma", "/loyalty/bakery/history"), ("juma", "/loyalty/bakery/history/1"),
                ("amina", "/loyalty/bakery"), ("mia", "/loyalty/bookshop"), ("mia", "/loyalty/nowhere"),
                ("mia", "/loyalty/bookshop/history/1"), ("mia", "/loyalty/bakery/history/2"),
                ("mia", "/loyalty/bakery/history/x"),
            ] {
                let page = try await visit.browser(of: person).get(path)
                #expect(page.status == 404, "\(person) \(path)")
                #expect(!page.html.contains("200"), "\(person) \(path)")
            }
            for path in ["/loyalty/bakery", "/loyalty/settings/data", "/loyalty/notices"] {
                #expect(try await PageVisit(visit.client).get(path).status == 303)
            }
        }
    }

    @Test func `a reward says why it cannot be had`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            let rewards: [(String, JSONValue)] = [
                ("50 points to go", ["points_cost": 250]), ("For Gold and above", ["minimum_tier_required": "gold"]),
                ("All gone.", ["total_available": 0]),
            ]
            for (reason, limits) in rewards {
                guard case .object(var fields) = limits else { continue }
                (fields["name"], fields["reward_type"]) = (.string(reason), "free_shipping")
                fields["points_cost"] = fields["points_cost"] ?? 10
                let made = try await visit.ask(
                    .post, "/api/shops/bakery/rewards", as: "amina", .object(fields), gives: 201)
                let browser = try await visit.browser(of: "mia")
                let shelf = try await browser.get("/loyalty/bakery").html
                #expect(shelf.contains("\(reason)</p>"), "\(reason)")
                let id = try visit.text("id", of: made)
                let page = try await browser.get("/loyalty/bakery/rewards/\(id)")
                #expect(page.html.contains("\(reason)</p>"), "\(reason)")
                #expect(page.hidden("once") == nil)
            }
        }
    }

    @Test func `names that are markup stay text`() async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.openCounter()
            let name =
                "<script>alert(1)</script> \"\u{301} onclick=\u{301} مخبز 🥐 " + String(repeating: "long ", count: 30)
            _ = try await visit.ask(
                .put, "/api/shops/bakery", as: "platform",
                ["name": .string(name), "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi"])
            _ = try await visit.ask(
                .post, "/api/shops/bakery/rewards", as: "amina",
                [
                    "name": .string(name), "description": .string(name), "reward_type": "free_shipping",
                    "points_cost": 5,
                ],
                gives: 201)
            _ = try await visit.ask(
                .post, "/api/shops/bakery/members/mia/adjustments", as: "amina",
                ["points": 5, "reason": .string(name)], gives: 201)
            let browser = try await visit.browser(of: "mia")
            for path in ["", "/bakery", "/bakery/history", "/bakery/history/2", "/notices"] {
                let page = try await browser.get("/loyalty\(path)")
                #expect(page.status == 200, "\(path)")
                #expect(!page.html.contains("<script>") && !page.html.contains("\"\u{301} onclick"), "\(path)")
                #expect(page.html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(path)")
            }
        }
    }
}
