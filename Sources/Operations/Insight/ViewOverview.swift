public import Loyalty
public import Storage

/// Shows those who run a shop how it stands, at one glance.
///
/// Everything is read from roll-ups and by indexes, so that it does not grow with the history.
public struct ViewOverview: Sendable {
    private let surroundings: Surroundings
    private let activeCounts: ActiveCounts

    /// - Parameter activeCounts: Remembers counts that take long; one for the whole server.
    public init(in surroundings: Surroundings, remembering activeCounts: ActiveCounts) {
        self.surroundings = surroundings
        self.activeCounts = activeCounts
    }

    public func callAsFunction(_ shop: Shop, dayCount: Int) async throws -> ShopOverview {
        let (surroundings, activeCounts) = (surroundings, activeCounts)
        let gaze = try MemberGaze(on: shop, in: surroundings)
        let period = Period(of: dayCount, through: gaze.today)
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        return try await surroundings.database.read { connection in
            let tierCounts = try TierStore(connection).counts(in: shop.id)
            let program = try ProgramStore(connection).newest(in: shop)
            return ShopOverview(
                period: period, now: gaze.now, calendar: zone, ladder: program?.tiers.ladder, tierCounts: tierCounts,
                flow: try PeriodFlow(of: period, in: shop.id, connection),
                active: try activeCounts.counts(of: period, in: shop.id, zone, at: gaze.now, connection),
                attention: try ShopAttention(in: shop, on: gaze.today, at: gaze.now, connection),
                beginnings: try ShopBeginnings(in: shop, program, at: gaze.now, connection),
                latest: try ActivityReport(connection).latest(in: shop.id, limit: latestCount))
        }
    }
}

private let latestCount = 12

/// How a shop stands, and how it did in a period and in the one before.
public struct ShopOverview: Sendable {
    public let period: Period
    public let now: Instant
    public let calendar: any ShopCalendar
    /// `nil` while the shop has no program.
    public let ladder: TierLadder?
    public let tierCounts: [(tierKey: String, count: Int64)]
    public let flow: PeriodFlow
    public let active: ActiveCounts.Counts
    public let attention: ShopAttention
    public let beginnings: ShopBeginnings
    /// Who was active last, with the last entry of each.
    public let latest: [ActivityReport.Latest]

    public var memberCount: Int64 { tierCounts.reduce(0) { $0 + $1.count } }
}

/// What moved in a period and in the one before.
public struct PeriodFlow: Sendable {
    /// The days on which points moved.
    public let days: [ShopDay]
    public let totals: LedgerTotals
    public let totalsBefore: LedgerTotals
    /// What all members hold now.
    public let outstanding: Points
    public let joinedCount: Int64
    public let joinedCountBefore: Int64

    init(of period: Period, in shop: Shop.ID, _ connection: any SQLConnection) throws {
        let report = ShopDayReport(connection)
        days = try report.days(in: shop, from: period.first, through: period.last)
        totals = days.reduce(.none) { $0 + $1.totals }
        totalsBefore = try report.days(in: shop, from: period.before.first, through: period.before.last)
            .reduce(.none) { $0 + $1.totals }
        outstanding = try LedgerTotals(of: shop, connection).closing
        joinedCount = try report.joinedCount(in: shop, from: period.first, through: period.last)
        joinedCountBefore = try report.joinedCount(in: shop, from: period.before.first, through: period.before.last)
    }

    /// The points of each step of the period: what was earned, and what was redeemed.
    public func series(over steps: [ClosedRange<Day>]) -> (earned: [Points], redeemed: [Points]) {
        var (earned, redeemed): ([Points], [Points]) = ([], [])
        var rest = days[...]
        for step in steps {
            let held = rest.prefix { $0.day <= step.upperBound }
            rest = rest.dropFirst(held.count)
            earned.append(held.map(\.totals.earned).total)
            redeemed.append(held.map(\.totals.redeemed).total)
        }
        return (earned, redeemed)
    }
}

extension LedgerTotals {
    /// Earned, less what refunds took back.
    public var earnedNet: Points { earned - reversed }
    /// Redeemed, less what cancelled redemptions gave back.
    public var redeemedNet: Points { redeemed - returned }
}
