import Testing

@testable import Loyalty

@Suite struct TierGrantTests {
    private let tiers = TierTimeline(TierPolicy(ladder: standardLadder))

    private func grant(
        _ tier: String = "gold", through: String = "2026-12-31", reason: String = "A friend of the house",
        to member: Member = member(), spent: [(day: String, amount: String)] = [], on today: Day = openingDay
    ) throws(GrantRejection) -> GrantDecision {
        try decideGrant(
            of: tier, through: day(through), reason: reason, to: member, spending(spent), by: tiers, on: today,
            at: noon(on: today))
    }

    @Test func `each rule is named with its field`() {
        for (rule, field, act) in [
            (GrantRejection.Rule.tierMustExist, "tier", { try grant("diamond", reason: "") }),
            (.reasonMustNotBeEmpty, "reason", { try grant(through: "2020-01-01", reason: " ") }),
            (.grantMustNotEndInThePast, "through", { try grant(through: "2026-11-01") }),
            (.grantMustEndWithinFiveYears, "through", { try grant(through: "2031-11-03") }),
        ] as [(GrantRejection.Rule, String, () throws -> GrantDecision)] {
            #expect(throws: GrantRejection(rule)) { try act() }
            #expect(GrantRejection(rule).field == field)
        }
        #expect(throws: GrantRejection(.tierMustExist)) {
            try decideGrant(
                of: "gold", through: openingDay, reason: "Why not", to: member(tier: ""), SpendingHistory(), by: nil,
                on: openingDay, at: noon(on: openingDay))
        }
        #expect(throws: GrantRejection(.grantMustExist)) {
            try decideGrantEnd(of: member(), SpendingHistory(), by: tiers, on: openingDay, at: noon(on: openingDay))
        }
        #expect(GrantRejection(.grantMustExist).kind == .missing)
    }

    @Test func `a tier given by hand is held through its last day, and no border carries it over`() throws {
        for fall in FallPolicy.allCases {
            let tiers = TierTimeline(TierPolicy(ladder: standardLadder, fall: fall, graceDays: 30))
            var mia = try grant(through: "2027-02-10").member
            for row in rows("2026-11-01  bronze\n2026-11-02  gold\n2027-02-10  gold\n2027-02-11  bronze") {
                let rank = tiers.standing(of: mia, SpendingHistory(), on: day(row[0])).rank
                #expect(standardLadder[rank].key == row[1], "\(row)")
            }
            let end = mia.review(by: tiers, SpendingHistory(), on: day("2027-02-11"), at: noon(on: day("2027-02-11")))
            #expect(end?.cause == .grant)
            #expect(end?.to == "bronze")
        }
    }

    @Test func `it is one change, with its cause, and none where the tier is held anyway`() throws {
        let decision = try grant()
        #expect(decision.tierChange?.cause == .grant)
        #expect(decision.tierChange?.to == "gold")
        #expect(decision.member.dueOn == day("2027-01-01"))
        var mia = member(tier: "platinum")
        mia.dueOn = day("2026-11-10")
        let platinum = try grant(to: mia, spent: [("2026-10-01", "5000.00")])
        #expect(platinum.tierChange == nil)
        #expect(platinum.member.dueOn == day("2026-11-10"))
    }

    @Test func `taken back, it is over from today on, and the days before keep it`() throws {
        let today = day("2026-11-20")
        let mia = try grant().member
        let taken = try decideGrantEnd(of: mia, SpendingHistory(), by: tiers, on: today, at: noon(on: today))
        #expect(taken.tierChange?.to == "bronze")
        #expect(taken.tierChange?.cause == .grant)
        #expect(taken.member.grant?.holds(on: today - 1) == true)
        #expect(taken.member.grant?.holds(on: today) == false)
        let atOnce = try decideGrantEnd(
            of: mia, SpendingHistory(), by: tiers, on: openingDay, at: noon(on: openingDay))
        #expect(atOnce.member.grant == nil)
    }

    @Test func `one that is extended counts from the first day on`() throws {
        let mia = try grant(through: "2026-11-30").member
        let extended = try grant(through: "2027-11-30", to: mia, on: day("2026-11-10")).member
        #expect(extended.grant?.grantedOn == openingDay)
        #expect(try grant("silver", to: mia, on: day("2026-11-10")).member.grant?.grantedOn == day("2026-11-10"))
    }

    @Test func `orders of its days earn by it, and no others`() throws {
        var books = ShopBooks()
        try books.record(order("A-1", total: "10.00", placed: "2026-11-01"))
        books[mia].grant(try grant(through: "2026-11-10", to: books[mia].member))
        books.today = day("2026-11-12")
        for row in rows(
            "A-2  2026-11-01  bronze\nA-3  2026-11-02  gold\nA-4  2026-11-10  gold\nA-5  2026-11-11  bronze")
        {
            let decision = try books.record(order(row[0], total: "10.00", placed: row[1]))
            #expect(decision.held.terms?.tierKey == row[2], "\(row)")
        }
        #expect(books[mia].tierChanges.map(\.cause) == [.grant, .grant])
    }
}
