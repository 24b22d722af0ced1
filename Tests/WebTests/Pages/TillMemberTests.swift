import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let till = "/shop/loyalty/redemptions"

struct TillMemberTests {
    @Test(arguments: [
        "mia", "Mia", "mi", "odhiambo", "MIA@EXAMPLE.ORG", "0700 000042", "+254700000042", "(0700) 000-042",
        "700000042",
    ])
    func `a member is found by id, name, address and number`(text: String) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let page = try await browser.get("\(till)?find=\(pathPart(text))")
            #expect(page.location == "\(till)/for/mia")
        }
    }

    @Test(arguments: ["00042", "%", "_ia", "ia", "mia@example", "diambo", "+254700000043", "tuzo:member:00000000"])
    func `what is not quite a member's is nobody's`(text: String) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let page = try await browser.get("\(till)?find=\(pathPart(text))")
            #expect(page.html.contains("verdict unknown"))
        }
    }

    @Test func `a member's own QR leads to them`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let view = try await ViewMembers(in: town.server.surroundings)(
                Identifier(trusted: "mia"), in: town.bakery)
            let text = pathPart("tuzo:member:\(view.member.referralCode.lowercased())")
            #expect(try await browser.get("\(till)?find=\(text)").location == "\(till)/for/mia")
        }
    }

    @Test func `staff redeems for a member once, and the audit log says who did`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let member = try await browser.get("\(till)/for/mia")
            #expect(member.html.contains("200 <span class=\"fine\">points"))
            let path = "\(till)/for/mia/\(town.mug.id)"
            #expect(member.html.contains("href=\"\(path)\""))
            let question = try await browser.get(path)
            #expect(question.html.contains("It costs 50 points; 150 points can be spent afterwards."))
            let form = ["once": question.hidden("once") ?? ""]
            let redeemed = try await browser.post(path, form, token: question.hidden("form_token"))
            let twice = try await browser.post(path, form, token: question.hidden("form_token"))
            #expect(twice.location == redeemed.location)
            #expect(try await town.balance() == 150)
            let code = try await browser.get(try #require(redeemed.location))
            #expect(code.html.contains("verdict good") && code.html.contains("Use the code now"))
            let acts = try await ViewAuditLog(in: town.server.surroundings)(in: town.bakery, before: nil, limit: 9)
            #expect(acts.contains { $0.action == "redeem_reward" && $0.actor == "otieno" })
        }
    }

    @Test func `a reward out of reach is refused with the reason, and no button`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let path = "\(till)/for/mia/\(town.cake.id)"
            let question = try await browser.get(path)
            #expect(question.html.contains("700 points to go"))
            #expect(!question.html.contains("Yes, redeem it"))
            let token = try await browser.get(till).hidden("form_token")
            #expect(try await browser.post(path, [:], token: token).status == 400)
            #expect(try await town.balance() == 200)
        }
    }

    @Test func `a name stays text, whatever is in it`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "otieno")
            let long = String(repeating: "Ñ", count: 300)
            for (number, name) in ["<script>alert(1)</script> \"x\u{301}", "محمد الفارسي", "👩🏾‍🍳 Mama", long, ""]
                .enumerated()
            {
                let id = "hostile-\(number)"
                try await town.order(by: id, named: String(name.prefix(200)))
                let page = try await browser.get("\(till)/for/\(id)")
                #expect(page.status == 200)
                #expect(!page.html.contains("<script>alert"))
                #expect(page.html.contains(escapedHTML(name.isEmpty ? id : String(name.prefix(200)))))
            }
            #expect(try await browser.get("\(till)/for/nobody").status == 404)
        }
    }
}
