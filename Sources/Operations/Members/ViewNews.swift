public import Loyalty
public import Storage

/// Something a customer wants to know, with the shop it is about.
public struct News: Sendable {
    public enum Event: Sendable {
        /// Points lapse at the end of a day.
        case pointsExpire(ExpiryWarning)
        /// A code is good for a few days only.
        case codeEnds(Redemption, rewardName: String)
        case earned(HistoryReport.Row)
        case tierReached(name: String)
        case tierLeft(name: String)
    }

    public let shop: Shop
    public let zone: Zone
    public let event: Event
    public let at: Instant
    /// Names it among those of one moment.
    public let key: String

    /// Where it stands: newest first.
    var place: (Instant, String) { (at, key) }
}

/// Shows a customer what happened lately, in every shop, newest first.
///
/// Nothing is stored for it: it is read from warnings, codes, entries and changes of tiers of the last 90 days.
public struct ViewNews: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter place: Where the page before ended.
    public func callAsFunction(
        of customer: Customer.ID, after place: (at: Instant, key: String)?, limit: Int
    ) async throws -> [News] {
        let all = try await surroundings.database.read { connection in
            try MemberReport(connection).memberships(of: customer).flatMap { shopID in
                guard let shop = try ShopStore(connection).shop(shopID) else {
                    throw StorageFailure.corrupt("shop \(shopID) is missing")
                }
                return try news(of: customer, MemberGaze(on: shop, in: surroundings), connection)
            }
        }
        let sorted = all.sorted { $1.place < $0.place }
        guard let place else { return Array(sorted.prefix(limit)) }
        return Array(sorted.drop { $0.place >= (place.at, place.key) }.prefix(limit))
    }

    private func news(
        of customer: Customer.ID, _ gaze: MemberGaze, _ connection: any SQLConnection
    ) throws -> [News] {
        let (shop, since) = (gaze.shop, gaze.now.adding(days: -newsDays))
        func item(_ event: News.Event, _ at: Instant, _ key: String) -> News {
            News(shop: shop, zone: gaze.zone, event: event, at: at, key: "\(shop.id) \(key)")
        }
        let report = NewsReport(connection)
        let warnings = try report.warnings(of: customer, in: shop.id, since: since, limit: newsMax).map {
            item(.pointsExpire($0), $0.warnedAt, "warning \($0.lastDay) \($0.daysBefore)")
        }
        let codes = try RedemptionStore(connection).unended(of: customer, in: shop.id).compactMap { code -> News? in
            let at = max(code.issuedAt, code.expiresAt.adding(days: -codeDays))
            guard at <= gaze.now, gaze.now < code.expiresAt else { return nil }
            let reward = try RewardStore(connection).rewardOnceOffered(code.rewardID, in: shop)
            return item(.codeEnds(code, rewardName: reward.name), at, "code \(code.id)")
        }
        let earned = try HistoryReport(connection).rows(of: customer, in: shop.id, below: nil, limit: newsMax)
            .filter { $0.entry.kind.total == .earned && $0.entry.recordedAt >= since }
            .map { item(.earned($0), $0.entry.recordedAt, "entry \($0.entry.sequence)") }
        let ladder = try ProgramStore(connection).newest(in: shop)?.program.tiers.ladder
        let tiers = try report.tierMoves(of: customer, in: shop.id, since: since, limit: newsMax).map {
            item(event(of: $0, on: ladder), $0.at, "tier \($0.number)")
        }
        return warnings + codes + earned + tiers
    }

    private func event(of move: NewsReport.TierMove, on ladder: TierLadder?) -> News.Event {
        let name = ladder?.tiers.first { $0.key == move.to }?.name ?? Tier.name(for: move.to)
        let rises = (ladder?.rank(of: move.to) ?? 0) > (ladder?.rank(of: move.from) ?? 0)
        return rises ? .tierReached(name: name) : .tierLeft(name: name)
    }
}

private let newsDays = 90
/// How many of one kind are looked at in one shop.
private let newsMax = 200
/// How many days before its end a code is told of.
private let codeDays = 7
