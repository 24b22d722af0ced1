/// What a program that is not saved yet would change: counted member by member, from what is stored now.
///
/// It counts what the upkeep after publishing would find, because both ask the same functions.
public struct ProgramPreview: Sendable {
    /// Members and their points that would change from one tier to another.
    public struct Move: Hashable, Sendable {
        public var members: Int64 = 0
        public var points = Points.zero
    }

    /// A step from one tier to another, by their keys.
    public struct Step: Hashable, Sendable {
        public let from: String
        public let to: String
    }

    private let shop: Shop
    /// The version in force; `nil` where the shop never saved one.
    public let newest: ProgramVersion?
    /// The version that a save would make.
    public let next: ProgramVersion
    public let today: Day
    /// Members by tier: as of today, and under the next version. The empty key is that of a shop without a program.
    public private(set) var before: [String: Int64] = [:]
    public private(set) var after: [String: Int64] = [:]
    public private(set) var moves: [Step: Move] = [:]
    /// All members' balances, below zero or not.
    public private(set) var pointsOutstanding = Points.zero
    public private(set) var recentOrderCount: Int64 = 0
    /// What the orders of the last days earn, and what they would have earned under the next version.
    public private(set) var recentPoints = (before: Points.zero, after: Points.zero)

    /// How many days back orders are recent, today included.
    public static let recentDays = 30

    public init(of next: ProgramVersion, after newest: ProgramVersion?, in shop: Shop, on today: Day) {
        self.shop = shop
        self.next = next
        self.newest = newest
        self.today = today
    }

    /// The first day whose orders are recent.
    public var recentFrom: Day { today - (ProgramPreview.recentDays - 1) }

    public var pointsMoved: Points { moves.values.map(\.points).total }

    /// Counts a member.
    /// - Parameter recent: The member's orders whose own day is ``recentFrom`` or later.
    public mutating func add(_ member: Member, _ history: SpendingHistory, recent: [HeldOrder]) {
        let old = newest.map { $0.tiers.tier(of: member, history, on: today).key } ?? ""
        let new = next.tiers.tier(of: member, history, on: today).key
        before[old, default: 0] += 1
        after[new, default: 0] += 1
        pointsOutstanding += member.balance
        if old != new {
            moves[Step(from: old, to: new), default: Move()].members += 1
            moves[Step(from: old, to: new), default: Move()].points += member.balance
        }
        for held in recent { add(held, of: member, history) }
    }

    private mutating func add(_ held: HeldOrder, of member: Member, _ history: SpendingHistory) {
        recentOrderCount += 1
        recentPoints.before += points(of: held.order, under: held.terms)
        guard next.program.isActive, held.order.status.qualifies(on: next.program.earnsOn) else { return }
        var before = history
        before.add(-held.spending, on: held.spendingOn)
        let tier = next.tiers.tier(of: member, before, on: held.spendingOn)
        recentPoints.after += points(
            of: held.order, under: OrderTerms(version: next, tierKey: tier.key, multiplier: tier.multiplier))
    }

    /// An order that would earn more than an account may hold counts for as much as one may.
    private func points(of order: Order, under terms: OrderTerms?) -> Points {
        do {
            return try deserved(by: order, under: terms, in: shop).points
        } catch {
            return .limit
        }
    }
}

extension TierTimeline {
    /// The tier of a member on a day.
    public func tier(of member: Member, _ history: SpendingHistory, on day: Day) -> Tier {
        ladder[standing(of: member, history, on: day).rank]
    }
}
