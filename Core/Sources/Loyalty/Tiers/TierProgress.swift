/// How far a member is from the next tier.
public struct TierProgress: Hashable, Sendable {
    /// Tenths of a percent between the two thresholds: 0…1000; 1000 on the highest tier.
    public let tenthsOfPercent: Int
    /// Spending still needed for the next tier, in minor units; 0 on the highest tier.
    public let neededMinorUnits: Int64

    /// Where there is no ladder to climb.
    public static let none = TierProgress(tenthsOfPercent: 0, neededMinorUnits: 0)

    /// The percentage as a number with one decimal.
    public var percent: Decimal { Decimal(mantissa: Int128(tenthsOfPercent), places: 1) }
}

extension TierLadder {
    /// The way from the tier held to the one above it, rounded down: 100 is shown only once it is reached.
    public func progress(of standing: TierStanding) -> TierProgress {
        guard standing.rank + 1 < tiers.count else { return TierProgress(tenthsOfPercent: 1_000, neededMinorUnits: 0) }
        let from = tiers[standing.rank].threshold.minorUnits
        let upTo = tiers[standing.rank + 1].threshold.minorUnits
        let covered = min(max(standing.metric - from, 0), upTo - from)
        let tenths = Int128(covered) * 1_000 / Int128(upTo - from)
        return TierProgress(tenthsOfPercent: Int(tenths), neededMinorUnits: max(0, upTo - standing.metric))
    }
}
