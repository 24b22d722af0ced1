/// What was posted towards what is deserved, and what could not be taken back of it: the difference of the two is what
/// was deserved last.
public struct Settlement: Hashable, Sendable {
    /// The sum of all entries that were posted.
    public private(set) var posted: Points
    /// What could not be taken back under the policy `within_balance`; later credits are set off against it.
    public private(set) var shortfall: Points

    public init(posted: Points = .zero, shortfall: Points = .zero) {
        self.posted = posted
        self.shortfall = shortfall
    }

    /// What is still to be posted for what is deserved now, once it was set off against the shortfall: a credit where
    /// it is above zero, points to be taken back where it is below.
    mutating func due(for deserved: Points) -> Points {
        let difference = deserved - (posted - shortfall)
        guard difference > .zero else { return difference }
        let setOff = min(difference, shortfall)
        shortfall -= setOff
        return difference - setOff
    }

    /// Counts what was posted, and what should have been and was not there.
    mutating func add(_ posting: Posting) {
        posted += posting.entry.points
        shortfall += posting.shortfall
    }
}
