/// A tier that the owner gave a member by hand: held at least, from the day it was given to its last day.
///
/// It lifts what spending gives, and leaves nothing behind: no border carries it over. An order whose own day lies
/// within it earns by it, also when the order is recorded later.
public struct TierGrant: Hashable, Sendable {
    public let tierKey: String
    public let grantedOn: Day
    public let lastDay: Day

    public init(tierKey: String, grantedOn: Day, lastDay: Day) {
        self.tierKey = tierKey
        self.grantedOn = grantedOn
        self.lastDay = lastDay
    }

    public func holds(on day: Day) -> Bool { grantedOn <= day && day <= lastDay }
}
