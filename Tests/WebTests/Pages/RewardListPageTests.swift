import HTTPTypes
import Loyalty
import Testing

@testable import Operations
@testable import Web

private let rewards = "/shop/loyalty/rewards"

struct RewardListPageTests {
    @Test func `the owner alone keeps the rewards, of the own shop alone`() async throws {
        try await counting { browser, town in
            let one = "\(rewards)/\(town.mug.id)"
            let pages = [rewards, "\(rewards).csv", "\(rewards)/new", one, "\(one)/delete"]
            let forms = ["\(rewards)/new", "\(rewards)/draft", one, "\(one)/shelf", "\(one)/delete"]
            for (who, status) in [("amina", 200), ("otieno", 403), ("mia", 404), ("ben", 404), ("wanja", 404)] {
                try await town.signIn(browser, who)
                for page in pages { #expect(try await browser.get("\(page)?shop=bakery").status == status, "\(page)") }
                guard who != "amina" else { continue }
                let token = try await browser.get("/loyalty").hidden("form_token")
                for form in forms {
                    let answer = try await browser.post("\(form)?shop=bakery", ["on": "no"], token: token)
                    #expect(answer.status == status, "\(who) at \(form)")
                }
            }
            let held = try await ViewRewards(in: town.server.surroundings)(town.mug.id, in: town.bakery)
            #expect(held == town.mug)
            try await town.signIn(browser, "ben")
            #expect(try await browser.get(one).status == 404)
            let token = try await browser.get(rewards).hidden("form_token")
            #expect(try await browser.post("\(one)/shelf", ["on": "no"], token: token).status == 404)
            #expect(try await PageVisit(browser.client).get(rewards).status == 303)
        }
    }

    @Test func `a shop without rewards is told what to do, and one with some sees them by state`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "ben")
            let empty = try await browser.get(rewards)
            #expect(empty.html.contains("Nothing to collect for yet") && empty.html.contains("\(rewards)/new"))
            try await town.signIn(browser, "amina")
            _ = try await town.code()
            let page = try await browser.get(rewards)
            #expect(page.html.contains("All (2)") && page.html.contains("On offer (2)"))
            #expect(page.html.contains("A product for free · X"))
            #expect(page.html.contains("<td class=\"number\" data-label=\"In 30 days\">1</td>"))
            let none = try await browser.get("\(rewards)?state=sold_out")
            #expect(none.html.contains("None of these") && !none.html.contains("A mug"))
            #expect(try await browser.get("\(rewards)?state=nonsense").html.contains("A mug"))
            #expect(try await browser.get("\(rewards)?from=2").html.contains("None of these"))
            let file = try await browser.get("\(rewards).csv")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(file.html.contains("\"A mug\",offered,free_product"))
        }
    }

    @Test func `a reward is taken off and put on with one click each, and stays in the list it was in`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get("\(rewards)?state=offered")
            let token = page.hidden("form_token")
            let form = ["on": "no", "state": "offered", "once": try #require(page.hidden("once"))]
            let off = try await browser.post("\(rewards)/\(town.mug.id)/shelf", form, token: token)
            #expect(off.location == "\(rewards)?state=offered&done=reward_off")
            #expect(try await browser.get(off.location ?? "").html.contains("it is off the shelf"))
            #expect(try await browser.get("\(rewards)?state=off").html.contains("A mug"))
            let on = try await browser.post(
                "\(rewards)/\(town.mug.id)/shelf", ["on": "yes", "once": "another"], token: token)
            #expect(on.location == "\(rewards)?done=reward_on")
            let again = try await browser.post("\(rewards)/\(town.mug.id)/shelf", form, token: token)
            #expect(again.location == off.location)
            #expect(try await town.reward(town.mug).isActive, "a second click of the first button does nothing more")
        }
    }

    @Test func `a reward whose tier is gone is taken off, but not put on, and its form says why`() async throws {
        try await counting { browser, town in
            let surroundings = town.server.surroundings
            _ = try await SaveReward(in: surroundings).change(town.cake.id, in: town.bakery, actor: "amina") { reward in
                var reward = reward
                reward.minimumTierKey = "platinum"
                return reward
            }
            _ = try await SaveProgram(in: surroundings)(in: town.bakery, actor: "amina") { program in
                var program = program
                program.tiers.ladder = TierLadder(program.tiers.ladder.tiers.dropLast())
                return program
            }
            try await town.signIn(browser, "amina")
            let token = try await browser.get(rewards).hidden("form_token")
            let off = try await browser.post("\(rewards)/\(town.cake.id)/shelf", ["on": "no"], token: token)
            #expect(off.status == 303)
            #expect(try await !town.reward(town.cake).isActive)
            let refused = try await browser.post("\(rewards)/\(town.cake.id)/shelf", ["on": "yes"], token: token)
            #expect(refused.status == 400)
            #expect(refused.html.contains("id=\"minimum_tier_required-fault\">The program has no such tier"))
            #expect(refused.html.contains("<option value=\"platinum\" selected>Platinum</option>"))
        }
    }

    @Test func `a reward is deleted after a question, once, and its codes stay good`() async throws {
        try await counting { browser, town in
            let code = try await town.code()
            try await town.signIn(browser, "amina")
            let path = "\(rewards)/\(town.mug.id)/delete"
            let question = try await browser.get(path)
            #expect(question.html.contains("Delete A mug?"))
            let form = ["once": question.hidden("once") ?? ""]
            for _ in 1...2 {
                let done = try await browser.post(path, form, token: question.hidden("form_token"))
                #expect(done.location == "\(rewards)?done=reward_deleted")
            }
            #expect(try await browser.post(path, [:], token: question.hidden("form_token")).status == 404)
            #expect(try await !browser.get(rewards).html.contains("A mug"))
            let till = try await browser.get("/shop/loyalty/redemptions?find=\(code.symbols)")
            #expect(till.html.contains("class=\"verdict good\""))
        }
    }
}

extension TillTown {
    func reward(_ reward: Reward) async throws -> Reward {
        try await ViewRewards(in: server.surroundings)(reward.id, in: bakery)
    }
}
