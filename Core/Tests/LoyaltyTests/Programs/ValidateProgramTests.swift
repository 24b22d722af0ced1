import Testing

@testable import Loyalty

@Suite struct ValidateProgramTests {
    @Test func `each rule of the rates and days is named with its field`() {
        refuse(.nameMustNotBeEmpty, "name") { $0.name = "" }
        refuse(.rateMustNotBeNegative, "points_per_unit") { $0.pointsPerUnit = rate("-0.0001") }
        refuse(.rateMustBeBelowTheLimit, "points_per_unit") { $0.pointsPerUnit = rate("1000000.0001") }
        refuse(.minimumSpendMustNotBeNegative, "minimum_spend") { $0.minimumSpend = money("-0.01") }
        refuse(.daysMustBeInRange, "pending_days") { $0.pendingDays = -1 }
        refuse(.daysMustBeInRange, "pending_days") { $0.pendingDays = 36_501 }
        for days in [Int.min, -1, 0, 36_501, .max] {
            refuse(.expiryMustBeAtLeastOneDay, "points_expiry_days") { $0.expiry = .daysAfterEarning(days) }
            refuse(.expiryMustBeAtLeastOneDay, "points_expiry_days") { $0.expiry = .daysWithoutActivity(days) }
        }
    }

    @Test func `each rule of the tiers is named with its field`() {
        refuse(.tiersMustNotBeEmpty, "tiers") { $0.tiers.ladder = TierLadder([]) }
        refuse(.tiersMustBeAtMostTwenty, "tiers") {
            $0.tiers.ladder = ladder((0...20).map { ("T\($0)", "\($0)", "1") })
        }
        refuse(.graceMustBeAYearAtMost, "grace_days") { $0.tiers.graceDays = -1 }
        refuse(.graceMustBeAYearAtMost, "grace_days") { $0.tiers.graceDays = 366 }
        refuse(.lowestTierMustStartAtZero, "tiers.low.threshold") { $0.tiers.ladder = ladder([("Low", "0.01", "1")]) }
        refuse(.lowestTierMustStartAtZero, "tiers.low.threshold") { $0.tiers.ladder = ladder([("Low", "-0.01", "1")]) }
        refuse(.tierNamesMustDiffer, "tiers.gold") {
            $0.tiers.ladder = ladder([("Gold", "0", "1"), ("GOLD", "5", "1")])
        }
        refuse(.tierNamesMustDiffer, "tiers.silver") {
            let (silver, gold) = ($0.tiers.ladder.tiers[1], $0.tiers.ladder.tiers[2])
            $0.tiers.ladder = TierLadder(
                $0.tiers.ladder.tiers.map { tier in
                    guard tier.key == silver.key else { return tier }
                    return Tier(
                        key: silver.key, name: gold.name.uppercased(), threshold: silver.threshold,
                        multiplier: silver.multiplier, benefits: silver.benefits)
                })
        }
        refuse(.thresholdsMustRise, "tiers.high.threshold") {
            $0.tiers.ladder = ladder([("Low", "0", "1"), ("High", "0", "1")])
        }
        refuse(.thresholdsMustRise, "tiers.high.threshold") {
            $0.tiers.ladder = ladder([("Low", "0", "1"), ("Mid", "5.00", "1"), ("High", "4.99", "1")])
        }
        refuse(.nameMustNotBeEmpty, "tiers.name") { $0.tiers.ladder = ladder([("", "0", "1")]) }
        refuse(.multiplierMustNotBeNegative, "tiers.low.multiplier") {
            $0.tiers.ladder = ladder([("Low", "0", "-0.0001")])
        }
        refuse(.multiplierMustBeBelowTheLimit, "tiers.low.multiplier") {
            $0.tiers.ladder = ladder([("Low", "0", "1000000.0001")])
        }
    }

    @Test func `each rule of the referral is named with its field`() {
        let tooMany = Points.limit + Points(1)
        for points in [Points(-1), tooMany] {
            refuse(.referralPointsMustBeInRange, "referrer_reward_points") { $0.referral.referrerPoints = points }
            refuse(.referralPointsMustBeInRange, "referee_reward_points") { $0.referral.refereePoints = points }
        }
        refuse(.referralMinimumMustNotBeNegative, "minimum_purchase_amount") {
            $0.referral.minimumPurchase = money("-0.01")
        }
    }

    @Test func `what lies just within the limits can be saved`() throws {
        try accept { $0.pointsPerUnit = .zero }
        try accept { $0.pointsPerUnit = .limit }
        try accept { $0.minimumSpend = money("0.01") }
        try accept { $0.pendingDays = 36_500 }
        try accept { $0.tiers.graceDays = 365 }
        for days in [1, 36_500] {
            try accept { $0.expiry = .daysAfterEarning(days) }
            try accept { $0.expiry = .daysWithoutActivity(days) }
        }
        try accept { $0.expiry = .never }
        try accept { $0.expiry = .endOfCalendarYear }
        try accept { $0.tiers.ladder = ladder((0..<20).map { ("T\($0)", "\($0)", "1") }) }
        try accept { $0.tiers.ladder = ladder([("Everyone", "0", "0")]) }
        try accept { $0.tiers.ladder = ladder([("Low", "0", "1"), ("High", "0.01", "1000000")]) }
        try accept { $0.referral.referrerPoints = .limit }
        try accept { $0.referral.refereePoints = .zero }
    }

    @Test func `the first rule that is broken is the one that is told`() {
        refuse(.nameMustNotBeEmpty, "name") { program in
            program.name = ""
            program.pointsPerUnit = rate("-1")
            program.tiers.ladder = TierLadder([])
        }
    }

    @Test func `a sentence names the field and says what it must be`() {
        for row in rows(
            """
            rateMustNotBeNegative      points_per_unit       must not be negative.
            rateMustBeBelowTheLimit    points_per_unit       must be at most 1000000.
            thresholdsMustRise         tiers.gold.threshold  must be above the threshold of the tier before it.
            tiersMustBeAtMostTwenty    tiers                 must name 20 tiers at most.
            expiryMustBeAtLeastOneDay  points_expiry_days  must be at least 1 day and at most 36500, or null for never.
            """)
        {
            let rule = ProgramRejection.Rule(rawValue: row[0])
            #expect(rule.map { ProgramRejection($0, field: row[1]).sentence } == "\(row[1]) \(row[2])")
        }
    }
}

private func ladder(_ tiers: [(name: String, threshold: String, multiplier: String)]) -> TierLadder {
    TierLadder(tiers.map { Tier(name: $0.name, threshold: money($0.threshold), multiplier: rate($0.multiplier)) })
}

private func refuse(
    _ rule: ProgramRejection.Rule, _ field: String, sourceLocation: SourceLocation = #_sourceLocation,
    when edit: (inout Program) -> Void
) {
    #expect(throws: ProgramRejection(rule, field: field), sourceLocation: sourceLocation) {
        try validateProgram(program(edit))
    }
}

private func accept(_ edit: (inout Program) -> Void) throws { try validateProgram(program(edit)) }
