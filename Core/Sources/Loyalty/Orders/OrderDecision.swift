/// All that a decision about an order's new state may look at.
public struct OrderContext: Sendable {
    public let shop: Shop
    /// The newest program version; `nil` where the shop never saved one.
    public let program: ProgramVersion?
    /// What is held of this order so far.
    public let held: HeldOrder?
    public let member: Member
    /// The member's spending as recorded so far, this order's own included.
    public let history: SpendingHistory
    /// The member's open lots; needed only where the order has posted points before, or the member is in debt.
    public let lots: [Lot]
    /// What has lapsed of the order's own lots; needed only where points are taken back.
    public var lapsed: LapsedPoints
    public let days: OrderDays
    public let now: Instant
    /// Who sent the state.
    public let actor: String

    public init(
        shop: Shop, program: ProgramVersion?, held: HeldOrder?, member: Member, history: SpendingHistory,
        lots: [Lot] = [], lapsed: LapsedPoints = .none, days: OrderDays, now: Instant, actor: String
    ) {
        self.shop = shop
        self.program = program
        self.held = held
        self.member = member
        self.history = history
        self.lots = lots
        self.lapsed = lapsed
        self.days = days
        self.now = now
        self.actor = actor
    }
}

/// The days a decision about an order needs, in the shop's time zone.
public struct OrderDays: Hashable, Sendable {
    /// The order's own day: when it was placed, else when it occurred. Its spending counts on it.
    public let order: Day
    /// The day it occurred; expiry counts from it.
    public let occurred: Day
    public let today: Day

    public init(order: Day, occurred: Day, today: Day) {
        self.order = order
        self.occurred = occurred
        self.today = today
    }
}

/// An order's latest state, its terms, and what has been posted for it.
public struct HeldOrder: Hashable, Sendable {
    public let order: Order
    public let terms: OrderTerms?
    /// Points posted so far: the sum of all entries of this order.
    public let posted: Points
    /// What reversals could not take under the policy `within_balance`; later corrections upwards are set off against
    /// it.
    public let shortfall: Points
    /// Spending recorded for it so far, in minor units, and the day it is recorded on.
    public let spending: Int64
    public let spendingOn: Day
    public let isCounted: Bool
    /// Whether it counts, or has qualified under an active program before.
    var hasCounted: Bool { isCounted || terms != nil }

    public init(
        order: Order, terms: OrderTerms?, posted: Points, shortfall: Points, spending: Int64, spendingOn: Day,
        isCounted: Bool
    ) {
        self.order = order
        self.terms = terms
        self.posted = posted
        self.shortfall = shortfall
        self.spending = spending
        self.spendingOn = spendingOn
        self.isCounted = isCounted
    }
}

/// What is to be written about an order's new state.
public struct OrderDecision: Hashable, Sendable {
    /// Whether the state was older than the one held, and so changes nothing.
    public let isStale: Bool
    /// The order as it is held from now on.
    public let held: HeldOrder
    /// `nil` where the order's points do not change.
    public let posting: Posting?
    /// What to add to the member's spending by day.
    public let spending: [SpendingChange]
    /// The member after it; what follows from the order in the same transaction is added to it.
    public var member: Member
    /// A change that awaited review when the order came, and the one that the order caused; usually neither.
    public let tierChanges: [TierChange]
}

/// An amount to add to one day of a member's spending, in minor units.
public struct SpendingChange: Hashable, Sendable {
    public let day: Day
    public let minorUnits: Int64

    public init(day: Day, minorUnits: Int64) {
        self.day = day
        self.minorUnits = minorUnits
    }
}
