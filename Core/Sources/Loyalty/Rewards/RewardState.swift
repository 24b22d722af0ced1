/// How a reward stands, as its owner sees it; the raw values are those of the pages.
public enum RewardState: String, Sendable, CaseIterable {
    /// Members can have it now.
    case offered
    /// It is on the shelf, and none is left.
    case soldOut = "sold_out"
    /// It goes on the shelf by itself, later.
    case coming
    /// Its time is over.
    case ended
    /// The owner took it off the shelf.
    case off
}

extension Reward {
    /// The first of the reasons that keep it from everybody, in the order in which members are told of them.
    public func state(at now: Instant) -> RewardState {
        guard isActive else { return .off }
        if let validFrom, now < validFrom { return .coming }
        if let validUntil, now >= validUntil { return .ended }
        return stockLeft == 0 ? .soldOut : .offered
    }
}
