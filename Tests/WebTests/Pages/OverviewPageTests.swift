import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

private let overview = "/shop/loyalty"

struct OverviewPageTests {
    @Test func `the owner sees how the shop stands, and who did what`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let html = try await browser.get(overview).html
            #expect(html.contains("<dt>Members</dt><dd class=\"figure\">1</dd>"))
            #expect(html.contains("<dt>Points earned</dt><dd class=\"figure\">200</dd>"))
            #expect(html.contains("Your members hold 200 points now."))
            #expect(html.contains("href=\"/shop/loyalty/members/mia\" dir=\"auto\">Mia Odhiambo</a>"))
        }
    }

    @Test func `what is still to be done is shown to the owner, and to nobody else`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            #expect(try await browser.get(overview).html.contains("4 of 4 done") == false)
            _ = try await town.server.surroundings.database.write { connection in
                try connection.execute("UPDATE reward SET is_active = 0")
            }
            #expect(try await browser.get(overview).html.contains("3 of 4 done"))
            try await town.signIn(browser, "otieno")
            let html = try await browser.get(overview).html
            #expect(html.contains("Happening now") && !html.contains("of 4 done"))
        }
    }

    @Test func `who misses a page of a shop is led back to the shop, and others to their wallet`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let missed = try await browser.get("\(overview)/nothing")
            #expect(missed.status == 404 && missed.html.contains("href=\"/shop/loyalty\">Back to the overview</a>"))
            #expect(try await browser.get("/nothing").html.contains("href=\"/loyalty\">Back to the wallet</a>"))
        }
    }

    @Test func `what makes no sense in the address is as good as nothing`() async throws {
        try await counting { browser, town in
            try await town.signIn(browser, "amina")
            let page = try await browser.get("\(overview)?days=-1&top=beauty")
            #expect(page.status == 200)
            #expect(page.html.contains("aria-current=\"true\">30 days</a>"))
        }
    }

    @Test(arguments: [("ben", 404), ("wanja", 404), ("mia", 404)])
    func `nobody sees a shop that is not theirs`(person: String, status: Int) async throws {
        try await counting { browser, town in
            try await town.signIn(browser, person)
            for path in ["", "/activity", "/members", "/members/mia", "/members.csv", "/program", "/redemptions"] {
                let page = try await browser.get("\(overview)\(path)?shop=bakery")
                #expect(page.status == status, "\(person) at \(path): \(page.status)")
                #expect(!page.html.contains("Mia"))
            }
        }
    }
}
