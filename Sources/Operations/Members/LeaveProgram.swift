public import Loyalty
import Storage

/// Takes a customer out of a shop's program: codes that are good are cancelled, and all points are lost.
public struct LeaveProgram: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: What was lost; `nil` where the customer had left before, and nothing changed.
    /// - Throws: ``MemberRejection/membershipMustExist``, or ``LeavingRejection``.
    public func callAsFunction(
        _ customer: Customer.ID, in shop: Shop, actor: String
    ) async throws -> LeavingDecision? {
        let act = surroundings.act
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        let today = zone.day(of: act.at)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            guard let file = try MemberFile.open(customer, in: shop, program, on: today, at: act.at, transaction) else {
                throw MemberRejection.membershipMustExist
            }
            let (codes, lots) = try liveCodes(of: file, in: shop, connection)
            let decision = try decideLeaving(
                given: LeavingContext(
                    member: file.member, history: file.history, lots: lots, codes: codes, program: program,
                    calendar: zone, now: act.at, actor: actor))
            guard let decision else { return nil }
            try write(decision, file, on: today, connection)
            try AuditLogStore(connection).append(
                act.made("leave", of: customer.text, by: actor, before: "member", after: "left"), in: shop.id)
            transaction.tell(decision.events(at: act.at))
            return decision
        }
    }

    /// The member's codes that are good, with the open lots and those that the codes were paid from.
    private func liveCodes(
        of file: MemberFile, in shop: Shop, _ connection: any SQLConnection
    ) throws -> (codes: [LeavingContext.LiveCode], lots: [Lot]) {
        var lots = try file.lots()
        let unended = try RedemptionStore(connection).unended(of: file.member.customerID, in: shop.id)
        let codes = try unended.map { redemption in
            let paid = try PaidLots(for: redemption, by: file.member, among: lots, connection)
            lots = paid.lots
            return LeavingContext.LiveCode(
                redemption: redemption,
                reward: try RewardStore(connection).rewardOnceOffered(redemption.rewardID, in: shop), uses: paid.uses)
        }
        return (codes, lots)
    }

    private func write(
        _ decision: LeavingDecision, _ file: MemberFile, on today: Day, _ connection: any SQLConnection
    ) throws {
        let (shop, ledger) = (file.member.shopID, LedgerStore(connection))
        for cancelled in decision.cancellations {
            for posting in [cancelled.posting] + cancelled.lapses { try ledger.append(posting, occurredOn: today) }
            try RedemptionStore(connection).end(cancelled.redemption, in: shop)
            try RewardStore(connection).count(cancelled.stockChange, of: cancelled.redemption.rewardID, in: shop)
        }
        if let lapse = decision.lapse { try ledger.append(lapse, occurredOn: today) }
        try file.save(decision.member, [decision.tierChange].compactMap(\.self))
    }
}

extension LeavingDecision {
    /// What the watchers of the shop are told.
    fileprivate func events(at now: Instant) -> [ActivityEvent] {
        let cancelled = cancellations.map { cancelled in
            ActivityEvent(
                .redemptionCancelled, of: cancelled.member, points: cancelled.posting.entry.points,
                reference: cancelled.redemption.id.text, at: now)
        }
        let left = ActivityEvent(
            .memberLeft, of: member, points: -lost, reference: member.customerID.text, at: now)
        return cancelled + [left]
    }
}
