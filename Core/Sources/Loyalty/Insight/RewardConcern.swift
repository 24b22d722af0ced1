/// Why the owner should look at a reward.
public enum RewardConcern: Hashable, Sendable {
    /// It is on the shelf, and none is left.
    case soldOut
    /// It is on the shelf, and this many are left.
    case almostSoldOut(Int64)
    /// It goes off the shelf at that moment, soon.
    case ending(Instant)
}

extension Reward {
    /// What the owner should look at, the most urgent first; `nil` where all is well or the reward is not on the shelf.
    public func concern(at now: Instant) -> RewardConcern? {
        guard isOnShelf(at: now) else { return nil }
        if let totalAvailable {
            let left = totalAvailable - redeemedCount
            if left <= 0 { return .soldOut }
            // A stock may be as large as numbers are.
            if left <= totalAvailable / fewPerWhole { return .almostSoldOut(left) }
        }
        guard let validUntil, validUntil <= now.adding(days: soonDays) else { return nil }
        return .ending(validUntil)
    }
}

/// A tenth of the stock is few.
private let fewPerWhole: Int64 = 10
private let soonDays = 14
