/// A program as it was saved: never changed afterwards, and governing only what happens after it.
///
/// It is an object, because the terms of every order name their version, and a program is much to copy.
public final class ProgramVersion: Hashable, Sendable {
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

    public static func == (left: ProgramVersion, right: ProgramVersion) -> Bool {
        left === right
            || left.number == right.number && left.savedAt == right.savedAt && left.author == right.author
                && left.program == right.program && left.expirySwitchedOn == right.expirySwitchedOn
                && left.earlierTiers == right.earlierTiers
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(number)
        hasher.combine(savedAt)
    }

    /// What decides the tiers of members while this version is in force.
    public var tiers: TierTimeline { TierTimeline(program.tiers, earlier: earlierTiers) }
}
