/// All that a decision about what is due for a member may look at.
public struct UpkeepContext: Sendable {
    /// The member, with holds released whose time is over.
    public let member: Member
    /// The open lots.
    public let lots: [Lot]
    /// The warnings given so far, those of days that have open lots at least.
    public let warnings: [ExpiryWarning]
    /// When lots were credited, by their sequence: those of ``overdue`` at least.
    public var creditedAt: [Int64: Instant] = [:]
    /// A day on which something else is due: a code or a hold ends.
    public var alsoDueOn: Day?
    public let history: SpendingHistory
    public let tiers: TierTimeline?
    public let calendar: any ShopCalendar
    public let now: Instant

    public init(
        member: Member, lots: [Lot], warnings: [ExpiryWarning], history: SpendingHistory, tiers: TierTimeline?,
        calendar: any ShopCalendar, now: Instant
    ) {
        self.member = member
        self.lots = lots
        self.warnings = warnings
        self.history = history
        self.tiers = tiers
        self.calendar = calendar
        self.now = now
    }

    public var today: Day { calendar.day(of: now) }

    /// The lots whose last day is over although nobody was warned: of these it must be known whether anybody could have
    /// been, or whether they were credited too late for that.
    public var overdue: [Lot] {
        LotSchedule(lots, of: member, in: calendar).overdue(on: today, without: warnings)
    }
}

/// What is to be written about a member for whom something is due.
public struct UpkeepDecision: Sendable {
    /// The member as of today, with the next day on which something is due.
    public let member: Member
    /// The lots that were open, as they are afterwards.
    public let lots: [Lot]
    public let lapses: [Lapse]
    public let warnings: [ExpiryWarning]
    /// Days at whose end lots lapse that were warned of too late, by the last day that these had.
    public let postponed: [Day: Day]
    public let tierChange: TierChange?
    /// Codes that ended before all else, because their time was over.
    public var codes: [CodeExpiryDecision] = []

    /// What lapsed in all.
    public var lapsed: Points { -lapses.map(\.posting.entry.points).total }
}

/// Points that lapse together: one entry for one last day.
public struct Lapse: Hashable, Sendable {
    public let posting: Posting
    /// The day at whose end they lapse; the entry is booked on it.
    public let occurredOn: Day
    /// Whether it leaves nothing in the lots that it takes from.
    public let emptiesLots: Bool
    /// Where it takes all that is in all open lots of this life, so that it can be written at one go.
    public let whole: LotLife?
}
