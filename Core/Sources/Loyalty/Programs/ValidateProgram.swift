extension Program {
    static let daysLimit = 36_500
    /// A year: a fall that is put off for longer would outlast the next one.
    static let graceDaysMax = 365
    static let tierCountMax = 20
}

/// Checks that a program can be: its rates, its days, its ladder and its bonuses.
/// - Throws: ``ProgramRejection`` for the first rule that is broken, in the order of the lines below.
public func validateProgram(_ program: Program) throws(ProgramRejection) {
    guard !program.name.isBlank else { throw ProgramRejection(.nameMustNotBeEmpty, field: "name") }
    guard program.pointsPerUnit >= .zero else {
        throw ProgramRejection(.rateMustNotBeNegative, field: "points_per_unit")
    }
    guard program.pointsPerUnit <= .limit else {
        throw ProgramRejection(.rateMustBeBelowTheLimit, field: "points_per_unit")
    }
    guard program.minimumSpend.minorUnits >= 0 else {
        throw ProgramRejection(.minimumSpendMustNotBeNegative, field: "minimum_spend")
    }
    guard (0...Program.daysLimit).contains(program.pendingDays) else {
        throw ProgramRejection(.daysMustBeInRange, field: "pending_days")
    }
    guard (1...Reward.codeDaysMax).contains(program.codeValidDays) else {
        throw ProgramRejection(.codeDaysMustBeInRange, field: "code_valid_days")
    }
    try validateExpiry(program.expiry)
    try validateTiers(program.tiers)
    try validateReferral(program.referral)
    try validateBonuses(program.bonuses)
}

private func validateExpiry(_ expiry: PointsExpiry) throws(ProgramRejection) {
    switch expiry {
    case .never, .endOfCalendarYear: return
    case .daysAfterEarning(let days), .daysWithoutActivity(let days):
        guard (1...Program.daysLimit).contains(days) else {
            throw ProgramRejection(.expiryMustBeAtLeastOneDay, field: "points_expiry_days")
        }
    }
}

private func validateTiers(_ policy: TierPolicy) throws(ProgramRejection) {
    let tiers = policy.ladder.tiers
    guard !tiers.isEmpty else { throw ProgramRejection(.tiersMustNotBeEmpty, field: "tiers") }
    guard tiers.count <= Program.tierCountMax else { throw ProgramRejection(.tiersMustBeAtMostTwenty, field: "tiers") }
    guard (0...Program.graceDaysMax).contains(policy.graceDays) else {
        throw ProgramRejection(.graceMustBeAYearAtMost, field: "grace_days")
    }
    guard tiers[0].threshold.minorUnits == 0 else {
        throw ProgramRejection(.lowestTierMustStartAtZero, field: "tiers.\(tiers[0].key).threshold")
    }
    for (rank, tier) in tiers.enumerated() {
        try validateTier(tier, above: rank > 0 ? tiers[rank - 1] : nil, among: tiers)
    }
}

private func validateTier(_ tier: Tier, above lower: Tier?, among tiers: [Tier]) throws(ProgramRejection) {
    guard !tier.name.isEmpty, !tier.key.isEmpty else {
        throw ProgramRejection(.nameMustNotBeEmpty, field: "tiers.name")
    }
    let name = tier.name.lowercased()
    guard tiers.count(where: { $0.key == tier.key || $0.name.lowercased() == name }) == 1 else {
        throw ProgramRejection(.tierNamesMustDiffer, field: "tiers.\(tier.key)")
    }
    guard lower.map({ $0.threshold.minorUnits < tier.threshold.minorUnits }) ?? true else {
        throw ProgramRejection(.thresholdsMustRise, field: "tiers.\(tier.key).threshold")
    }
    guard tier.multiplier >= .zero else {
        throw ProgramRejection(.multiplierMustNotBeNegative, field: "tiers.\(tier.key).multiplier")
    }
    guard tier.multiplier <= .limit else {
        throw ProgramRejection(.multiplierMustBeBelowTheLimit, field: "tiers.\(tier.key).multiplier")
    }
}

private func validateReferral(_ terms: ReferralTerms) throws(ProgramRejection) {
    guard (Points.zero...Points.limit).contains(terms.referrerPoints) else {
        throw ProgramRejection(.referralPointsMustBeInRange, field: "referrer_reward_points")
    }
    guard (Points.zero...Points.limit).contains(terms.refereePoints) else {
        throw ProgramRejection(.referralPointsMustBeInRange, field: "referee_reward_points")
    }
    guard terms.minimumPurchase.minorUnits >= 0 else {
        throw ProgramRejection(.referralMinimumMustNotBeNegative, field: "minimum_purchase_amount")
    }
}
