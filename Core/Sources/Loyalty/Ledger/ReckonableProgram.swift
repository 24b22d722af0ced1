// Damaged rows may hold any number, and the rules reckon with those that were once let in. What lies far outside would
// make them overflow, so that an audit looks before it reckons.

extension Program {
    /// Whether every number is one that the rules can reckon with.
    public var isReckonable: Bool {
        let days = [pendingDays, tiers.graceDays, expiry.days]
        let rates = [pointsPerUnit] + tiers.ladder.tiers.map(\.multiplier)
        return !tiers.ladder.tiers.isEmpty && days.allSatisfy((0...Program.daysLimit).contains)
            && rates.allSatisfy((Rate.zero...Rate.limit).contains)
    }
}

extension TierPolicy {
    /// Whether every number is one that the rules can reckon with.
    public var isReckonable: Bool { !ladder.tiers.isEmpty && (0...Program.daysLimit).contains(graceDays) }
}

extension PointsExpiry {
    fileprivate var days: Int {
        switch self {
        case .never, .endOfCalendarYear: 0
        case .daysAfterEarning(let days), .daysWithoutActivity(let days): days
        }
    }
}

extension HeldOrder {
    /// Whether every number is one that the rules can reckon with; lines and programs are looked at as they are read.
    var isReckonable: Bool {
        let amounts = [order.total, order.shipping, order.tax, order.refundedAmount].map(\.minorUnits)
        return amounts.allSatisfy((0...Money.limit).contains)
            && (Rate.zero...Rate.limit).contains(terms?.multiplier ?? .one)
    }
}
