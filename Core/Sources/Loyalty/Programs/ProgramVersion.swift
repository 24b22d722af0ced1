/// A program as it was saved: never changed afterwards, and governing only what happens after it.
public struct ProgramVersion: Hashable, Sendable {
    /// 1 for the first save, and one more for each after it.
    public let number: Int
    public let savedAt: Instant
    /// Who saved it: the platform's user id, or the name of a key.
    public let author: String
    public let program: Program
    /// The day on which points began to expire, where an earlier version let them last for ever.
    public let expirySwitchedOn: Day?
    /// The tier policies of earlier versions, rising by their last days.
    public let earlierTiers: [EarlierTiers]

    public init(
        number: Int, savedAt: Instant, author: String, program: Program, expirySwitchedOn: Day? = nil,
        earlierTiers: [EarlierTiers] = []
    ) {
        self.number = number
        self.savedAt = savedAt
        self.author = author
        self.program = program
        self.expirySwitchedOn = expirySwitchedOn
        self.earlierTiers = earlierTiers
    }

    /// What decides the tiers of members while this version is in force.
    public var tiers: TierTimeline { TierTimeline(program.tiers, earlier: earlierTiers) }
}
