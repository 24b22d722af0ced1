/// What a shop has summed up, beside what its rows add up to, in one committed state.
public struct AuditTallies: Sendable {
    /// Points by day: the roll-up, and the entries themselves.
    public var rollUps: [Day: LedgerSums] = [:]
    public var entries: [Day: LedgerSums] = [:]
    /// The sum of the members' balances.
    public var balance: Int64 = 0
    /// Rewards of which more were claimed than there ever were.
    public var oversold: [(reward: String, redeemed: Int64, available: Int64)] = []
    /// Members by tier: as counted, and as they are.
    public var tierCounts: [String: Int64] = [:]
    public var members: [String: Int64] = [:]
    /// Live and used redemptions by reward: as counted, and as they are.
    public var redeemedCounts: [String: Int64] = [:]
    public var redemptions: [String: Int64] = [:]
    /// The numbers of the program's versions, rising.
    public var versions: [Int] = []
    public var unreadable: [(row: String, reason: String)] = []

    public init() {}
}

/// Holds what a shop has summed up against its rows.
public func auditShop(_ shop: Shop.ID, _ tallies: AuditTallies) -> AuditFindings {
    var findings = AuditFindings(in: shop)
    for (row, reason) in tallies.unreadable { findings.add(.rowMustBeReadable, row, reason) }
    for (place, number) in tallies.versions.enumerated() where number != place + 1 {
        findings.add(.versionsMustBeGapFree, "program_version \(place + 1)", "is missing")
    }
    findings.auditRollUps(tallies)
    let closing = tallies.rollUps.values.reduce(0) { $0 &+ $1.closing }
    findings.compare("the closing balance of its days", closing, to: tallies.balance, .reportsMustReconcile)
    for (reward, redeemed, available) in tallies.oversold {
        findings.add(
            .stockMustCoverRedemptions, "reward \(reward)", "\(redeemed) were redeemed of \(available)")
    }
    findings.compareCounts("member_count", tallies.tierCounts, to: tallies.members, .tierCountMustMatchMembers) {
        "tier_count \($0)"
    }
    for reward in tallies.redemptions.keys.sorted() where tallies.redeemedCounts[reward] == nil {
        findings.add(.redemptionMustNameReward, "reward \(reward)", "is missing, but redemptions name it")
    }
    findings.compareCounts(
        "redeemed_count", tallies.redeemedCounts, to: tallies.redemptions, .redeemedCountMustMatchRedemptions
    ) { "reward \($0)" }
    return findings
}

extension AuditFindings {
    fileprivate mutating func auditRollUps(_ tallies: AuditTallies) {
        let none = LedgerSums()
        for day in Set(tallies.rollUps.keys).union(tallies.entries.keys).sorted() {
            let (rolledUp, entries) = (tallies.rollUps[day] ?? none, tallies.entries[day] ?? none)
            for (name, figure) in LedgerSums.columns {
                compare(
                    name, rolledUp[keyPath: figure], to: entries[keyPath: figure], .rollUpMustMatchEntries,
                    "shop_day \(day)")
            }
        }
    }

    fileprivate mutating func compareCounts(
        _ name: String, _ found: [String: Int64], to expected: [String: Int64], _ rule: AuditRule,
        _ row: (String) -> String
    ) {
        for key in Set(found.keys).union(expected.keys).sorted() {
            compare(name, found[key] ?? 0, to: expected[key] ?? 0, rule, row(key))
        }
    }
}
