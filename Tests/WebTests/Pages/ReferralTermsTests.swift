import HTTPTypes
import Loyalty
import Testing

@testable import Operations
@testable import Web

private let path = "/shop/loyalty/referrals/terms"

struct ReferralTermsTests {
    private let typed = [
        "is_active": "yes", "referrer_reward_points": "1,200", "referee_reward_points": "20",
        "minimum_purchase_amount": "500.00",
    ]

    private func terms(_ town: TillTown) async throws -> ReferralTerms? {
        try await ViewProgram(in: town.server.surroundings).newest(in: town.bakery)?.program.referral
    }

    @Test func `what invitations pay is saved as a new version, once`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(path)
            #expect(page.html.contains("value=\"100\"") && page.html.contains("Smallest first order, in KES"))
            let form = typed.merging(["version": page.hidden("version") ?? "", "once": page.hidden("once") ?? ""]) {
                $1
            }
            for _ in 1...2 {
                let saved = try await browser.post(path, form, token: page.hidden("form_token"))
                #expect(saved.location == "/shop/loyalty/referrals?done=referral_terms")
            }
            let terms = try await terms(town)
            #expect(terms?.referrerPoints == Points(1_200) && terms?.refereePoints == Points(20))
            #expect(terms?.minimumPurchase.minorUnits == 500_00)
            let versions = try await ViewProgram(in: town.server.surroundings).versions(
                in: town.bakery, below: nil, limit: 10)
            #expect(versions.count == 2)
            let off = try await browser.post(
                path, ["version": "2"].merging(typed.filter { $0.key != "is_active" }) { $1 },
                token: page.hidden("form_token"))
            #expect(off.status == 303)
            #expect(try await browser.get("/shop/loyalty/referrals").html.contains("Invitations are off"))
        }
    }

    @Test func `a change of the terms by somebody else is told, and one of something else is no obstacle`() async throws
    {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(path)
            let surroundings = town.server.surroundings
            _ = try await SaveProgram(in: surroundings)(in: town.bakery, actor: "amina") { program in
                var program = program
                program.name = "The club"
                return program
            }
            let form = typed.merging(["version": page.hidden("version") ?? ""]) { $1 }
            #expect(try await browser.post(path, form, token: page.hidden("form_token")).status == 303)
            let stale = try await browser.post(
                path, form.merging(["referee_reward_points": "30"]) { $1 }, token: page.hidden("form_token"))
            #expect(stale.status == 409)
            #expect(stale.html.contains("<del dir=\"auto\">100</del>") && stale.html.contains("1,200</ins>"))
            #expect(stale.html.contains("value=\"30\""))
            #expect(try await terms(town)?.refereePoints == Points(20))
            let again = form.merging(["referee_reward_points": "30", "version": stale.hidden("version") ?? ""]) { $1 }
            #expect(try await browser.post(path, again, token: page.hidden("form_token")).status == 303)
            #expect(try await terms(town)?.refereePoints == Points(30))
        }
    }

    @Test(arguments: [
        ("referrer_reward_points", "-1", "Type a number of points from 0"),
        ("referee_reward_points", "", "Type a number"),
        ("referee_reward_points", "1.5", "Type a whole number."),
        ("minimum_purchase_amount", "-1", "Type 0 or more."),
        ("minimum_purchase_amount", "1.001", "The currency has fewer decimals."),
    ])
    func `what is refused is told at its field, and what was typed is kept`(
        field: String, value: String, told: String
    ) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get(path)
            let refused = try await browser.post(
                path, typed.merging([field: value, "version": page.hidden("version") ?? ""]) { $1 },
                token: page.hidden("form_token"))
            #expect(refused.status == 400 || refused.status == 422)
            #expect(refused.html.contains("id=\"\(field)-fault\">\(told)"))
            #expect(refused.html.contains("value=\"\(value)\""))
            #expect(try await terms(town)?.referrerPoints == Points(100))
        }
    }

    @Test func `a shop without a program is sent to it`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "ben")
            let page = try await browser.get(path)
            #expect(page.html.contains("href=\"/shop/loyalty/program\"") && page.hidden("version") == nil)
            let token = page.hidden("form_token")
            #expect(try await browser.post(path, typed, token: token).status == 404)
        }
    }
}
