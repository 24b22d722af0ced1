import Testing

@testable import Loyalty

@Suite struct NextReviewTests {
    @Test func `the next review is the first day on which time may lower the tier`() {
        for row in rows(
            """
            period             grace  fall       after       next
            calendar_year      0      recompute  2026-06-01  2027-01-01
            calendar_year      30     recompute  2026-12-31  2027-01-01
            calendar_year      30     recompute  2027-01-01  2027-01-31
            calendar_year      30     one_step   2027-01-31  2028-01-01
            membership_year    0      one_step   2027-02-27  2027-02-28
            membership_year    0      one_step   2027-02-28  2028-02-29
            rolling_12_months  0      recompute  2026-06-01  2026-07-01
            rolling_12_months  10     recompute  2026-06-01  2026-06-11
            rolling_12_months  10     recompute  2026-06-11  2026-07-01
            rolling_12_months  40     recompute  2026-06-05  2026-06-10
            rolling_12_months  0      never      2026-06-01  -
            lifetime           0      recompute  2026-06-01  -
            calendar_year      30     never      2026-06-01  -
            """
        ).dropFirst() {
            var policy = TierPolicy(ladder: standardLadder)
            policy.period = TierPeriod(rawValue: row[0]) ?? .lifetime
            policy.graceDays = Int(row[1]) ?? -1
            policy.fall = FallPolicy(rawValue: row[2]) ?? .never
            let next = policy.nextFall(after: day(row[3]), joinedOn: day("2024-02-29"))
            #expect(next?.description ?? "-" == row[4], "\(row)")
        }
    }

    @Test func `whoever holds the lowest tier awaits no review`() {
        let tiers = TierTimeline(TierPolicy(ladder: standardLadder))
        #expect(tiers.nextReview(of: member(), spending([("2026-01-01", "499.99")]), after: openingDay) == nil)
        let next = tiers.nextReview(of: member(), spending([("2026-01-01", "500.00")]), after: openingDay)
        #expect(next == day("2027-01-01"))
    }

    @Test func `a grant is looked at when it ends, and spending of days to come on its day`() {
        let tiers = TierTimeline(TierPolicy(ladder: standardLadder))
        var mia = member()
        mia.grant = TierGrant(tierKey: "gold", grantedOn: openingDay, lastDay: day("2026-11-30"))
        #expect(tiers.nextReview(of: mia, SpendingHistory(), after: openingDay) == day("2026-12-01"))
        #expect(tiers.nextReview(of: mia, SpendingHistory(), after: day("2026-12-01")) == nil)
        let history = spending([("2026-11-20", "500.00")])
        #expect(tiers.nextReview(of: member(), history, after: openingDay) == day("2026-11-20"))
    }

    /// Day by day for years: between two reviews nothing moves, whatever the program, its edits and the spending.
    @Test func `between two reviews no tier moves`() {
        for seed in 1...25 {
            var dice = Dice(seed: UInt64(seed))
            let career = Career(rolling: &dice)
            var next: Day? = career.first
            var held: Int?
            for number in career.first.number...career.last.number {
                let today = Day(number: number)
                let rank = career.tiers.standing(of: career.member, career.history, on: today).rank
                if today == next {
                    next = career.tiers.nextReview(of: career.member, career.history, after: today)
                    #expect(next.map { $0 > today } ?? true)
                } else {
                    #expect(rank == held, "seed \(seed), \(today)")
                }
                held = rank
            }
        }
    }
}
