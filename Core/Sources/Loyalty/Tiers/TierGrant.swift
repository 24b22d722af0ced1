/// A tier that the owner gave a member by hand: held at least, up to and including its last day.
public struct TierGrant: Hashable, Sendable {
    public let tierKey: String
    public let lastDay: Day

    public init(tierKey: String, lastDay: Day) {
        self.tierKey = tierKey
        self.lastDay = lastDay
    }
}
