import HTTPTypes
import Loyalty
import Testing

@testable import Operations
@testable import Web

private let rewards = "/shop/loyalty/rewards"

struct RewardEditTests {
    /// What the form of a reward has in it, as a browser would send it.
    private func form(_ page: PageVisit.Page, _ changes: [String: String] = [:]) throws -> [String: String] {
        var fields = [
            "is_active": "yes", "description": "", "reward_type": "free_product", "minimum_tier_required": "",
            "max_redemptions_per_customer": "", "total_available": "", "on_code_expiry": "return",
        ]
        for name in ["name", "product", "points_cost", "code_valid_days", "valid_from", "valid_until"] {
            let pattern = try Regex("name=\"\(name)\"(?: type=\"date\")? value=\"([^\"]*)\"")
            fields[name] = page.html.firstMatch(of: pattern)?.output[1].substring.map { String($0) } ?? "?"
        }
        for name in ["seen", "reward", "once"] { fields[name] = page.hidden(name) ?? "?" }
        return fields.merging(changes) { $1 }
    }

    @Test func `a reward is changed, and says who saved it last`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let path = "\(rewards)/\(town.mug.id)"
            let page = try await browser.get(path)
            #expect(page.html.contains("Saved by amina, 2\u{A0}Nov\u{A0}2026"))
            let same = try await browser.post(path, form(page), token: page.hidden("form_token"))
            #expect(same.location == "\(rewards)?done=reward_same")
            #expect(try await town.reward(town.mug) == town.mug)
            let again = try await browser.get(path)
            let saved = try await browser.post(
                path, form(again, ["name": "A large mug", "points_cost": "60", "total_available": "3"]),
                token: again.hidden("form_token"))
            #expect(saved.location == "\(rewards)?done=reward_saved")
            let mug = try await town.reward(town.mug)
            #expect(mug.name == "A large mug" && mug.cost == Points(60) && mug.totalAvailable == 3)
        }
    }

    @Test func `who saves over somebody else's change is told what it was, and keeps what was typed`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let path = "\(rewards)/\(town.mug.id)"
            let page = try await browser.get(path)
            _ = try await SaveReward(in: town.server.surroundings).change(
                town.mug.id, in: town.bakery, actor: "amina"
            ) { reward in
                var reward = reward
                (reward.cost, reward.minimumTierKey) = (Points(70), "gold")
                reward.validUntil = Instant("2026-12-01T09:30:00Z")
                return reward
            }
            let typed = try form(page, ["name": "My mug"])
            let stale = try await browser.post(path, typed, token: page.hidden("form_token"))
            #expect(stale.status == 409)
            #expect(stale.html.contains("Somebody saved this reward while you were at it"))
            #expect(
                stale.html.contains("<del dir=\"auto\">50</del>") && stale.html.contains("<ins dir=\"auto\">70</ins>"))
            #expect(stale.html.contains("<ins dir=\"auto\">Gold</ins>"))
            #expect(stale.html.contains("1\u{A0}Dec\u{A0}2026, 12:30"))
            #expect(stale.html.contains("value=\"My mug\"") && stale.html.contains("value=\"50\""))
            #expect(try await town.reward(town.mug).name == "A mug")
            let second = try await browser.post(
                path, typed.merging(["seen": stale.hidden("seen") ?? "", "once": "next"]) { $1 },
                token: stale.hidden("form_token"))
            #expect(second.location == "\(rewards)?done=reward_saved")
            let mug = try await town.reward(town.mug)
            #expect(mug.name == "My mug" && mug.cost == Points(50) && mug.validUntil == nil)
        }
    }

    @Test func `a moment within a day stays as it is while its day is left alone`() async throws {
        try await counting { browser, town in
            let moment = Instant("2026-12-01T09:30:00Z")
            _ = try await SaveReward(in: town.server.surroundings).change(
                town.mug.id, in: town.bakery, actor: "amina"
            ) { reward in
                var reward = reward
                reward.validUntil = moment
                return reward
            }
            try await town.signIn(browser, "amina")
            let path = "\(rewards)/\(town.mug.id)"
            let page = try await browser.get(path)
            let fields = try form(page, ["points_cost": "55"])
            #expect(fields["valid_until"] == "2026-12-01")
            _ = try await browser.post(path, fields, token: page.hidden("form_token"))
            #expect(try await town.reward(town.mug).validUntil == moment)
            let next = try await browser.get(path)
            _ = try await browser.post(
                path, form(next, ["valid_until": "2026-12-02"]), token: next.hidden("form_token"))
            #expect(try await town.reward(town.mug).validUntil == Instant("2026-12-02T21:00:00Z"))
        }
    }

    @Test func `a cost that was emptied is asked for, and the old one is not kept in silence`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let path = "\(rewards)/\(town.mug.id)"
            let page = try await browser.get(path)
            let refused = try await browser.post(
                path, form(page, ["points_cost": "", "name": "Mine"]), token: page.hidden("form_token"))
            #expect(refused.status == 400 || refused.status == 422)
            #expect(refused.html.contains("id=\"points_cost-fault\">Type a number"))
            #expect(refused.html.contains("value=\"Mine\""))
            #expect(try await town.reward(town.mug) == town.mug)
        }
    }

    @Test func `what a browser makes up about what it saw is stale, and nothing else`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let path = "\(rewards)/\(town.mug.id)"
            let page = try await browser.get(path)
            for seen in ["", "{", "[1]", "{\"name\":\"<script>\"}"] {
                let answer = try await browser.post(
                    path, form(page, ["seen": seen, "once": "x\(seen.count)", "name": "No"]),
                    token: page.hidden("form_token"))
                #expect(answer.status == 409 && !answer.html.contains("<script>\""), "\(seen)")
            }
            #expect(try await town.reward(town.mug).name == "A mug")
        }
    }
}
