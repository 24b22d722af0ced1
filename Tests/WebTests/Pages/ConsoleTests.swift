import HummingbirdTesting
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

struct ConsoleTests {
    @Test func `only whoever runs the installation sees the console; to others there is nothing`() async throws {
        try await administering { browser, town in
            for path in ["/admin", "/admin/shops", "/admin/members/bakery/mia"] {
                for who in ["amina", "otieno", "mia"] {
                    try await town.signIn(browser, who)
                    let refused = try await browser.get(path)
                    let missing = try await browser.get("/no-such-page")
                    #expect(refused.status == 404)
                    #expect(refused.anonymous == missing.anonymous, "\(who) at \(path)")
                }
                #expect(try await PageVisit(browser.client).get(path).status == 404)
                try await town.signIn(browser, "zuri")
                #expect(try await browser.get(path).status == 200)
            }
        }
    }

    @Test(arguments: ConsoleList.allCases)
    func `every list shows what there is in all shops, narrowed, sorted and turned as asked`(
        list: ConsoleList
    ) async throws {
        try await administering { browser, town in
            try await town.signIn(browser, "zuri")
            let path = "/admin/\(list.rawValue)"
            let all = try await browser.get(path)
            #expect(all.status == 200)
            #expect(all.records > 0)
            for sort in list.sorts {
                #expect(try await browser.get("\(path)?sort=\(sort.rawValue)").records == all.records)
            }
            var counted = 0
            for state in list.states { counted += try await browser.get("\(path)?state=\(state)").records }
            // Members may be in no state of interest, and referrals were none.
            #expect(list.states.isEmpty || counted == all.records || list == .members, "\(counted)")
            #expect(try await browser.get("\(path)?state=nonsense&sort=nonsense").records == all.records)
            #expect(try await browser.get("\(path)?shop=bakery").records > 0)
            #expect(try await browser.get("\(path)?shop=nowhere").records == 0)
            #expect(try await browser.get("\(path)?search=%25").records == 0)
            #expect(try await browser.get("\(path)?page=2").records == 0)
            #expect(try await browser.get("\(path)?page=201").status == 400)
        }
    }

    @Test(arguments: ConsoleList.allCases)
    func `every row stands alone with all that is kept of it, and leads to its shop`(
        list: ConsoleList
    ) async throws {
        try await administering { browser, town in
            try await town.signIn(browser, "zuri")
            let rows = try await browser.get("/admin/\(list.rawValue)?shop=bakery")
            let path = try #require(rows.html.firstMatch(of: /class="record" href="([^"]+)"/)).output.1
            let record = try await browser.get(String(path))
            #expect(record.status == 200)
            #expect(record.html.contains("href=\"/admin/shops/bakery\""))
            #expect(record.html.matches(of: /<dt>/).count >= list.columns.count)
            let other = path.replacing("/bakery", with: "/bookshop") + (list == .shops ? "x" : "")
            let elsewhere = try await browser.get(String(other)).status
            #expect(elsewhere == (list == .work ? 200 : 404), "\(other)")
        }
    }

    @Test(arguments: [
        ("shops?search=BAK", 1), ("shops?search=amina", 1), ("members?search=mia", 1), ("members?search=odhi", 1),
        ("members?search=MIA%40", 1), ("members?search=dhiambo", 0), ("entries?search=mia", 2),
        ("entries?search=order-mia", 1), ("entries?search=mia&state=earned", 1), ("rewards?search=ug", 1),
        ("redemptions?search=A+mu", 1), ("redemptions?search=mia&state=redeemed", 0), ("acts?search=zuri", 0),
        ("acts?search=program&shop=bakery", 1), ("programs?search=amina", 1), ("work?search=book", 1),
    ])
    func `a search finds what begins so, and nothing else`(query: String, count: Int) async throws {
        try await administering { browser, town in
            try await town.signIn(browser, "zuri")
            #expect(try await browser.get("/admin/\(query)").records == count)
        }
    }

    @Test func `ids with slashes and names with tags are shown as they are`() async throws {
        try await administering { browser, town in
            try await town.order(by: "a/b?c", named: "<b>Bo\u{301}</b>")
            try await town.signIn(browser, "zuri")
            let entries = try await browser.get("/admin/entries?search=a%2Fb%3Fc")
            let path = try #require(entries.html.firstMatch(of: /class="record" href="([^"]+)"/)).output.1
            #expect(path == "/admin/entries/bakery/a%2Fb%3Fc%2F1")
            let entry = try await browser.get(String(path))
            #expect(entry.status == 200)
            #expect(entry.html.contains("&lt;b&gt;B") && !entry.html.contains("<b>B"))
            #expect(entry.html.contains("href=\"/admin/members/bakery/a%2Fb%3Fc\""))
            #expect(try await browser.get("/admin/members/bakery/a%2Fb%3Fc").status == 200)
            for path in ["entries/bakery/mia", "entries/bakery/mia%2Fx", "entries/bakery/mia%2F99", "members/no/mia"] {
                #expect(try await browser.get("/admin/\(path)").status == 404)
            }
        }
    }
}

extension PageVisit.Page {
    /// How many rows a list shows.
    fileprivate var records: Int { html.matches(of: /class="record"/).count }
    /// What differs from one showing to the next, left out.
    fileprivate var anonymous: String {
        html.replacing(/name="form_token" value="[^"]*"/, with: "").replacing(/Request [^<]*/, with: "")
    }
}

/// Opens the town of the till, whose platform is run by Zuri, with a redemption and a referral in it.
private func administering(_ body: @escaping @Sendable (PageVisit, TillTown) async throws -> Void) async throws {
    let town = try await TillTown(operators: ["zuri"])
    _ = try await town.code()
    try await town.invite()
    try await town.server.web.application().test(.router) { client in
        try await body(PageVisit(client), town)
    }
}
