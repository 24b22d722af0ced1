/// A customer's enrolment in one shop's program: the account that points are booked to.
///
/// All figures are a cache of the member's entries and orders; `tuzo audit` proves them.
public struct Member: Hashable, Sendable {
    public let shopID: Shop.ID
    public let customerID: Customer.ID
    public let joinedAt: Instant
    /// The day of joining in the shop's time zone; membership years are counted from it.
    public let joinedOn: Day
    /// The code this member invites others with, unique in the shop.
    public let referralCode: String
    /// The key of the tier held now; empty while the shop has no program.
    public var tierKey: String
    /// The sequence of the last entry; 0 before the first.
    public var sequence: Int64 = 0
    /// The sum of all entries; below zero only by a reversal under the debt policy.
    public var balance: Points = .zero
    /// Reserved by holds, and so not available.
    public var held: Points = .zero
    /// All credits that were earned, less what was reversed.
    public var earned: Points = .zero
    /// All points redeemed, less what came back from cancelled redemptions.
    public var redeemed: Points = .zero
    public var expired: Points = .zero
    /// Orders that qualify now: delivered (or paid), and neither cancelled nor refunded in full.
    public var orderCount: Int64 = 0
    public var tierChangeCount: Int64 = 0
    public var lastActivityAt: Instant
    /// A day on which something may fall due: a warning, a lapse, the review of a tier. Never later than the first such
    /// day, but it may be earlier; `nil` where nothing awaits the member.
    public var dueOn: Day?
    /// The claim by which a friend invited this member, while it can still be paid or taken back.
    public var referralID: Referral.ID?
    /// A tier given by hand.
    public var grant: TierGrant?
    /// When the member left the program; `nil` for who is in it.
    public var leftAt: Instant?

    public init(
        shopID: Shop.ID, customerID: Customer.ID, joinedAt: Instant, joinedOn: Day, referralCode: String,
        tierKey: String
    ) {
        self.shopID = shopID
        self.customerID = customerID
        self.joinedAt = joinedAt
        self.joinedOn = joinedOn
        self.referralCode = referralCode
        self.tierKey = tierKey
        lastActivityAt = joinedAt
    }
}

extension Member {
    /// Has the member looked at on a day, or earlier where something is due before.
    public mutating func wake(on day: Day) { dueOn = min(dueOn ?? day, day) }

    /// Whether something may be due for the member: their day has come, or holds may have ended.
    public func mayBeDue(on today: Day) -> Bool { held > .zero || (dueOn.map { $0 <= today } ?? false) }

    /// Has the member looked at when something ends: on that day at the latest, in whatever zone the shop is.
    mutating func wake(beforeEndAt moment: Instant) { wake(on: moment.utcDay - 1) }

    /// Notes activity. It gives points that lapse without any another last day, which may ask for a warning at once; so
    /// whoever is due by tomorrow, as the owners of such points are in the time of warnings, is due now.
    mutating func noteActivity(at moment: Instant, recordedAt now: Instant) {
        guard moment > lastActivityAt else { return }
        lastActivityAt = moment
        if let dueOn, dueOn <= now.utcDay + daysToTomorrowAnywhere { wake(beforeEndAt: now) }
    }

    /// Has the member warned in time of points that lapse at the end of a day.
    mutating func wake(beforeLapseOn lastDay: Day) { wake(on: lastDay - ExpiryWarning.firstDaysBefore) }
}

/// Tomorrow, where the day has begun that it is not yet in UTC.
private let daysToTomorrowAnywhere = 2

/// Why nothing can be said or done about a member.
public enum MemberRejection: String, ListedRejection, CaseIterable {
    case membershipMustExist

    public var sentence: String { "No loyalty account found for this shop" }
    public var kind: RejectionKind { .missing }
}
