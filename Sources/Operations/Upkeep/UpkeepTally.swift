public import Loyalty

/// What scheduled work has done.
public struct UpkeepTally: Hashable, Sendable {
    /// Members for whom something was due.
    public var members = 0
    /// Points that lapsed.
    public var lapsed = Points.zero
    /// Warnings given of points that will lapse.
    public var warnings = 0
    /// Members whose tier changed.
    public var tierChanges = 0
    /// Codes that ran out.
    public var codes = 0
    /// Birthdays that were celebrated.
    public var birthdays = 0
    /// Days that were sealed.
    public var seals = 0
    /// Pieces of work that failed; the log has the reasons.
    public var failures = 0

    public init() {}

    public static func += (left: inout UpkeepTally, right: UpkeepTally) {
        left.members += right.members
        left.lapsed += right.lapsed
        left.warnings += right.warnings
        left.tierChanges += right.tierChanges
        left.codes += right.codes
        left.birthdays += right.birthdays
        left.seals += right.seals
        left.failures += right.failures
    }

    mutating func add(_ upkeep: UpkeepDecision) {
        members += 1
        lapsed += upkeep.lapsed
        codes += upkeep.codes.count
        warnings += upkeep.warnings.count
        if upkeep.tierChange != nil { tierChanges += 1 }
    }
}
