import Loyalty
import Operations
import Storage
import Testing

struct ListMembersTests {
    /// Mia earned most, Juma was active last, and Wanja owes 50: she spent the points of an order that was cancelled.
    private func members() async throws -> Town {
        let town = try await Town.open()
        try await town.order("A-1", 300_00)
        try await town.order("C-1", of: Town.wanja, 60_00)
        let coffee = try await town.coffee()
        _ = try await RedeemReward(in: town.surroundings)(coffee.id, by: Town.wanja.id, in: Town.bakery, actor: "wanja")
        try await town.order("C-1", of: Town.wanja, 60_00, status: .cancelled, revision: 2)
        town.clock.advance(days: 1)
        try await town.order("B-1", of: Town.juma, 40_00)
        return town
    }

    private func list(
        _ town: Town, search: String? = nil, tier: String? = nil, debt: Bool = false, by order: MemberOrder = .activity,
        after place: MemberPlace? = nil, limit: Int = 50
    ) async throws -> [ListMembers.Listed] {
        let filter = MemberFilter(search: search, tierKey: tier, isInDebt: debt, order: order)
        return try await ListMembers(in: town.surroundings)(in: Town.bakery, filter, after: place, limit: limit)
    }

    @Test(
        arguments: [
            (.activity, ["juma", "wanja", "mia"]), (.points, ["mia", "juma", "wanja"]),
            (.spending, ["mia", "juma", "wanja"]),
        ] as [(MemberOrder, [String])])
    func `members stand in the order that is asked for`(order: MemberOrder, ids: [String]) async throws {
        let rows = try await list(members(), by: order)
        #expect(rows.map(\.view.member.customerID.text) == ids)
    }

    @Test(arguments: MemberOrder.allCases)
    func `page after page shows everybody once`(order: MemberOrder) async throws {
        let town = try await members()
        let whole = try await list(town, by: order).map(\.view.member.customerID.text)
        var (found, place): ([String], MemberPlace?) = ([], nil)
        while let row = try await list(town, by: order, after: place, limit: 1).first {
            found.append(row.view.member.customerID.text)
            place = row.place
        }
        #expect(found == whole && found.count == 3)
    }

    @Test func `members are filtered by debt, by tier and by what is searched for`() async throws {
        let town = try await members()
        #expect(try await list(town, debt: true).map(\.view.displayName) == ["Wanja Kamau"])
        #expect(try await list(town, tier: "bronze").count == 3)
        #expect(try await list(town, tier: "gold").isEmpty)
        #expect(try await list(town, search: "ODHI").map(\.view.displayName) == ["Mia Odhiambo"])
        #expect(try await list(town, search: "%").isEmpty)
        #expect(try await list(town, search: "mia@").map(\.spent.minorUnits) == [300_00])
    }

    @Test func `the file has everybody of the filter once, and starts no formula`() async throws {
        let town = try await members()
        let villain = Customer(id: Identifier(trusted: "villain"), name: "=HYPERLINK(\"http://x\")")
        try await town.order("V-1", of: villain, 1_00)
        let everybody = MemberFilter(search: nil, tierKey: nil, isInDebt: false, order: .points)
        var pages = ListMembers(in: town.surroundings).export(in: Town.bakery, everybody)
        var text = ""
        while let page = try await pages.next() { text += page }
        let lines = text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 5)
        #expect(lines[0].hasPrefix("customer,name,email,tier,balance,available,earned,"))
        #expect(
            lines[1].hasPrefix("\"mia\",\"Mia Odhiambo\",\"mia@example.org\",\"Bronze\",300,300,300,0,0,1,300.00,KES,"))
        #expect(lines[3].hasPrefix("\"villain\",\"'=HYPERLINK(\"\"http://x\"\")\","))
    }
}
