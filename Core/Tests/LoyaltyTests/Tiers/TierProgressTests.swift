import Testing

@testable import Loyalty

@Suite struct TierProgressTests {
    @Test func `progress lies between the two thresholds, with one decimal, and is never shown too early`() {
        for row in rows(
            """
            tier      spent    percent  needed
            bronze    0        0        500.00
            bronze    0.01     0        499.99
            bronze    0.50     0.1      499.50
            bronze    123.45   24.6     376.55
            bronze    250.00   50       250.00
            bronze    499.99   99.9     0.01
            silver    500.00   0        1000.00
            silver    1000.00  50       500.00
            silver    1499.99  99.9     0.01
            gold      1500.00  0        3500.00
            gold      4999.99  99.9     0.01
            platinum  5000.00  100      0.00
            platinum  9999.99  100      0.00
            """
        ).dropFirst() {
            expect(row)
        }
    }

    @Test func `a tier that is carried over starts from zero, and asks for the whole way`() {
        for row in rows(
            """
            gold      0        0        5000.00
            gold      700.00   0        4300.00
            gold      1500.01  0        3499.99
            silver    499.99   0        1000.01
            platinum  0        100      0.00
            """)
        {
            expect(row)
        }
    }

    @Test func `a ladder of one step is always at its end`() {
        let ladder = TierLadder([Tier(name: "All", threshold: money("0"), multiplier: .one)])
        let progress = ladder.progress(of: TierStanding(rank: 0, metric: 0))
        #expect(progress == TierProgress(tenthsOfPercent: 1_000, neededMinorUnits: 0))
    }

    @Test func `the longest way there can be does not overflow`() {
        let top = Tier(name: "Top", threshold: Money(minorUnits: Money.limit, kes), multiplier: .one)
        let ladder = TierLadder([standardLadder[0], top])
        let progress = ladder.progress(of: TierStanding(rank: 0, metric: Money.limit - 1))
        #expect(progress == TierProgress(tenthsOfPercent: 999, neededMinorUnits: 1))
    }
}

private func expect(_ row: [String], sourceLocation: SourceLocation = #_sourceLocation) {
    let standing = TierStanding(rank: standardLadder.rank(of: row[0]) ?? -1, metric: money(row[1]).minorUnits)
    let progress = standardLadder.progress(of: standing)
    #expect(progress.percent.description == row[2], "\(row)", sourceLocation: sourceLocation)
    #expect(
        Money(minorUnits: progress.neededMinorUnits, kes).description == row[3], "\(row)",
        sourceLocation: sourceLocation)
}
