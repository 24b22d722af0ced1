extension TierExplanation {
    /// Why, in a sentence or two to the customer.
    public var sentenceForCustomer: String {
        let how = "You are \(tier.name)\(because(of: reason, in: "your"))."
        let safe = heldThrough.map { " It stays through \($0), even if you spend nothing more." } ?? ""
        let next = nextTier.map { " Spend \(needed) more to reach \($0.name)." } ?? ""
        return how + safe + next
    }

    /// Why, in a sentence or two to the shop's owner, with the rules behind it.
    public var sentenceForOwner: String {
        let how = "\(tier.name) under version \(version)\(because(of: reason, in: "the member's"))."
        let rule = " The period is \(words(policy.period.rawValue)), falls are by \(words(policy.fall.rawValue))"
        let grace = policy.graceDays > 0 ? " with \(policy.graceDays) days of grace" : ""
        let review = nextReview.map { "; next review on \($0)." } ?? "; time alone moves nothing."
        return how + rule + grace + review
    }

    /// The reason for the tier itself: the last that lifted the member.
    public var reason: Reason { grounds.last?.reason ?? .reachedBySpending }

    /// The spending still needed for the next tier.
    public var needed: Money { Money(minorUnits: progress.neededMinorUnits, metric.currency) }

    private func because(of reason: Reason, in whose: String) -> String {
        switch reason {
        case .reachedBySpending:
            ": \(whose) spending\(days) comes to \(metric), and \(tier.name) begins at \(tier.threshold)"
        case .carriedOver: ", carried over from before; \(whose) spending\(days) comes to \(metric)"
        case .keptAfterEdit: ", because it was reached before the program changed"
        case .keptInGrace: ", in the days of grace after a period ended"
        case .granted: ", because the shop gave it by hand"
        }
    }

    private var days: String { firstDay.map { " from \($0) to \(lastDay)" } ?? " so far" }
}

/// `rolling_12_months` as people write it.
private func words(_ code: String) -> String { code.replacing("_", with: " ") }
