import Testing

@testable import Loyalty

/// A new version of the program never takes back a tier that was reached.
@Suite struct TierEditTests {
    @Test func `a tier reached before an edit is kept to the end of the period, then falls by policy`() {
        let edits = [edit("2026-06-30", harder(.calendarYear))]
        expect(
            harder(.calendarYear, fall: .recompute), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-03-10  silver
            2026-06-29  silver
            2026-06-30  gold
            2026-12-31  gold
            2027-01-01  silver
            2028-01-01  bronze
            """)
        expect(
            harder(.calendarYear, fall: .oneStep), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-12-31  gold
            2027-01-01  silver
            2028-01-01  bronze
            """)
        expect(
            harder(.calendarYear, fall: .never), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-12-31  gold
            2031-01-01  gold
            """)
        expect(
            harder(.calendarYear, graceDays: 30), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2027-01-30  gold
            2027-01-31  silver
            """)
    }

    @Test func `each period has its own border`() {
        let edits = [edit("2026-06-30", harder(.calendarYear))]
        expect(
            harder(.membershipYear), after: edits, joined: "2026-02-01", spent: [("2026-03-10", "1500.00")],
            """
            2026-06-30  gold
            2027-01-31  gold
            2027-02-01  silver
            """)
        expect(
            harder(.rolling12Months), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-06-30  gold
            2026-07-01  silver
            """)
        expect(
            harder(.rolling12Months, fall: .oneStep, graceDays: 10), after: edits, spent: [("2026-03-10", "5000.00")],
            """
            2026-06-30  platinum
            2026-07-10  platinum
            2026-07-11  gold
            """)
        expect(
            harder(.lifetime), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-06-29  silver
            2026-06-30  gold
            2036-01-01  gold
            """)
    }

    @Test func `a review on the day of the edit itself comes before it`() {
        expect(
            harder(.rolling12Months), after: [edit("2026-07-01", harder(.rolling12Months))],
            spent: [("2026-03-10", "1500.00")],
            """
            2026-07-31  gold
            2026-08-01  silver
            """)
    }

    @Test func `several edits in one period keep the best that was held`() {
        let edits = [
            edit("2026-04-01", harder(.calendarYear)),
            EarlierTiers(policy: harder(.calendarYear), lastDay: day("2026-05-01")),
            EarlierTiers(policy: policy(.calendarYear, "0 90000 95000 99000"), lastDay: day("2026-05-01")),
        ]
        expect(
            policy(.calendarYear, "0 70000 80000 90000"), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-03-31  bronze
            2026-04-01  gold
            2026-12-31  gold
            2027-01-01  bronze
            """)
    }

    @Test func `a tier kept over one edit is held at the next, and kept on from there`() {
        let edits = [
            edit("2026-06-30", harder(.calendarYear)),
            EarlierTiers(policy: harder(.calendarYear), lastDay: day("2026-08-15")),
        ]
        expect(
            harder(.rolling12Months), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-07-01  silver
            2026-08-14  silver
            2026-08-15  gold
            2026-08-31  gold
            2026-09-01  silver
            """)
    }

    @Test func `an edit that makes tiers easier lifts at once`() {
        let edits = [EarlierTiers(policy: harder(.calendarYear), lastDay: day("2026-06-30"))]
        expect(
            policy(.calendarYear, "0 500 1500 5000"), after: edits, spent: [("2026-03-10", "1500.00")],
            """
            2026-03-10  gold
            2026-07-01  gold
            2027-12-31  gold
            2028-01-01  bronze
            """)
    }

    @Test func `a refund undoes what was reached`() {
        let edits = [edit("2026-06-30", harder(.lifetime))]
        let table = "2026-07-01  bronze"
        expect(harder(.lifetime), after: edits, spent: [("2026-03-10", "1500.00"), ("2026-03-10", "-1000.01")], table)
        expect(harder(.calendarYear), after: edits, spent: [("2026-03-10", "0")], table)
    }

    @Test func `a history imported later counts as it would have then, and only from the edit on`() {
        let edits = [edit("2026-06-30", harder(.calendarYear))]
        expect(
            harder(.calendarYear), after: edits, joined: "2026-10-01",
            spent: [("2026-03-10", "500.00"), ("2026-07-01", "1.00")],
            """
            2026-06-29  bronze
            2026-06-30  silver
            2026-12-31  silver
            2027-01-01  bronze
            """)
    }

    @Test func `tiers are known by their keys, in a ladder with others between and under them`() {
        let ladder = TierLadder([
            tier("starter", "0"), tier("bronze", "100"), tier("pearl", "700"), tier("silver", "1000"),
            tier("gold", "9000"),
        ])
        let now = TierPolicy(ladder: ladder)
        let edits = [edit("2026-06-30", now)]
        let silver = "2026-06-29  starter\n2026-06-30  silver\n2027-01-01  starter"
        expect(
            now, after: edits, spent: [("2026-03-10", "500.00"), ("2026-03-10", "-400.01"), ("2026-03-11", "400.01")],
            silver.replacing("starter\n2026-06-30", with: "bronze\n2026-06-30").replacing(
                "01-01  starter", with: "01-01  bronze"))
        expect(now, after: edits, spent: [("2026-03-10", "10.00")], "2026-06-30  bronze\n2027-01-01  starter")
        expect(now, after: edits, spent: [], "2026-06-30  bronze\n2027-01-01  starter")
    }

    @Test func `who joined after an edit held nothing before it`() {
        let ladder = TierLadder([tier("starter", "0"), tier("bronze", "100")])
        let edits = [edit("2026-06-30", TierPolicy(ladder: ladder))]
        expect(TierPolicy(ladder: ladder), after: edits, joined: "2026-07-01", spent: [], "2026-07-01  starter")
        expect(
            TierPolicy(ladder: ladder), after: edits, joined: "2026-07-01", spent: [("2026-06-30", "1.00")],
            "2026-07-01  bronze")
        expect(
            TierPolicy(ladder: ladder), after: edits, joined: "2026-07-01",
            spent: [("2026-06-30", "1.00"), ("2026-06-30", "-1.00")], "2026-07-01  starter")
    }

    @Test func `a tier that is gone leaves the next one below it`() {
        let ladder = TierLadder([tier("bronze", "0"), tier("silver", "4000"), tier("platinum", "5000")])
        expect(
            TierPolicy(ladder: ladder), after: [edit("2026-06-30", TierPolicy(ladder: ladder))],
            spent: [("2026-03-10", "1500.00")], "2026-06-30  silver\n2027-01-01  bronze")
    }
}

/// The standard thresholds were in force through a day.
private func edit(_ lastDay: String, _ next: TierPolicy) -> EarlierTiers {
    EarlierTiers(
        policy: TierPolicy(ladder: standardLadder, period: next.period, fall: next.fall), lastDay: day(lastDay))
}

/// The standard tiers, each for twice the spending and more.
private func harder(_ period: TierPeriod, fall: FallPolicy = .recompute, graceDays: Int = 0) -> TierPolicy {
    var policy = policy(period, "0 1000 5000 20000")
    policy.fall = fall
    policy.graceDays = graceDays
    return policy
}

private func policy(_ period: TierPeriod, _ thresholds: String) -> TierPolicy {
    let ladder = zip(standardLadder.tiers, thresholds.split(separator: " ")).map { tier($0.key, String($1)) }
    return TierPolicy(ladder: TierLadder(ladder), period: period)
}

private func tier(_ key: String, _ threshold: String) -> Tier {
    Tier(key: key, name: key, threshold: money(threshold), multiplier: .one, benefits: [])
}

/// Checks which tier is held on each day of a table.
private func expect(
    _ policy: TierPolicy, after earlier: [EarlierTiers], joined: String = "2026-01-15",
    spent: [(String, String)], _ table: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let timeline = TierTimeline(policy, earlier: earlier)
    let history = spending(spent.map { (day: $0.0, amount: $0.1) })
    for row in rows(table) {
        let standing = timeline.standing(of: history, joinedOn: day(joined), on: day(row[0]))
        #expect(timeline.ladder[standing.rank].key == row[1], "\(row)", sourceLocation: sourceLocation)
    }
}
