import Testing

@testable import Loyalty

/// Checks a table of days: what is spent on each, and which tier is held at its end under each fall policy.
///
///     day         spent     recompute  one_step  never
///     2025-03-10  1500.00   gold       gold      gold
///     2027-01-01  -         bronze     silver    gold
///
/// All spending of the table is known from the start: what lies after a day must not count.
func expectTiers(
    _ period: TierPeriod, graceDays: Int = 0, joined: String = "2025-01-15", _ table: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let rows = rows(table)
    let policies = try rows[0].dropFirst(2).map { try #require(FallPolicy(rawValue: $0)) }
    let history = spending(rows.dropFirst().filter { $0[1] != "-" }.map { ($0[0], $0[1]) })
    for (column, fall) in policies.enumerated() {
        let policy = TierPolicy(ladder: standardLadder, period: period, fall: fall, graceDays: graceDays)
        for row in rows.dropFirst() {
            let standing = policy.standing(of: history, joinedOn: day(joined), on: day(row[0]))
            let tier = standardLadder[standing.rank].key
            #expect(tier == row[2 + column], "\(row[0]) \(fall)", sourceLocation: sourceLocation)
        }
    }
}

/// Bronze from 0, Silver from 500, Gold from 1,500, Platinum from 5,000.
let standardLadder = Program.standard(in: kes).tiers.ladder

func spending(_ amounts: [(day: String, amount: String)]) -> SpendingHistory {
    var history = SpendingHistory()
    for (text, amount) in amounts { history.add(money(amount).minorUnits, on: day(text)) }
    return history
}
