public import Loyalty
import Storage

/// Spends what a hold reserves: points on an order, or a reward, for which a code is issued.
public struct ConfirmHold: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameters:
    ///   - points: How many points are spent; `nil` for all. The rest is free again.
    ///   - order: The order they are spent on, where it is known.
    ///   - isByHand: Whether a person of the shop does it, which the audit log then says.
    /// - Returns: The hold, and for a reward the code; where it was confirmed before with as many points, as it was
    ///   then.
    /// - Throws: ``HoldRejection``.
    public func callAsFunction(
        _ id: Hold.ID, points: Points? = nil, order: Order.ID? = nil, in shop: Shop, actor: String,
        isByHand: Bool = false
    ) async throws -> HoldDetails {
        let act = surroundings.act
        let redemptionID: Redemption.ID = surroundings.newID()
        let fresh = try surroundings.codeVault.make(random: surroundings.random(16))
        let book = try ClaimBook(in: shop, at: act.at, surroundings)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            guard let hold = try HoldStore(connection).hold(id, in: shop.id) else { throw HoldRejection.holdMustExist }
            let program = try ProgramStore(connection).newest(in: shop)
            let file = try book.open(holderOf: hold, program, transaction)
            let context = HoldConfirmationContext(
                hold: hold,
                reward: try hold.rewardID.map { try RewardStore(connection).rewardOnceOffered($0, in: shop) },
                points: points, order: order, member: file.member, lots: try file.lots(), program: program,
                redemptionID: redemptionID, now: act.at, actor: actor)
            guard let decision = try decideConfirmation(given: context) else {
                return try confirmedBefore(hold, at: act.at, in: shop, connection)
            }
            try write(decision, fresh.sealed, on: book.today, connection)
            try file.save(decision.member)
            if isByHand {
                try AuditLogStore(connection).append(
                    act.made(
                        "confirm_hold", of: id.text, by: actor, before: HoldDetails(hold, at: act.at),
                        after: HoldDetails(decision.hold, at: act.at)), in: shop.id)
            }
            transaction.tell(decision.event(at: act.at))
            return HoldDetails(decision.hold, at: act.at, code: decision.redemption == nil ? nil : fresh.code)
        }
    }

    private func write(
        _ decision: HoldConfirmationDecision, _ code: SealedCode, on today: Day, _ connection: any SQLConnection
    ) throws {
        let shop = decision.member.shopID
        try LedgerStore(connection).append(decision.posting, occurredOn: today)
        if let redemption = decision.redemption {
            try RedemptionStore(connection).insert(redemption, code: code, in: shop)
        }
        try HoldStore(connection).end(decision.hold, in: shop)
    }

    private func confirmedBefore(
        _ hold: Hold, at now: Instant, in shop: Shop, _ connection: any SQLConnection
    ) throws -> HoldDetails {
        guard case .confirmed(let confirmation) = hold.outcome, let redemption = confirmation.redemptionID else {
            return HoldDetails(hold, at: now)
        }
        let sealed = try RedemptionStore(connection).sealedCode(of: redemption, in: shop.id)
        return HoldDetails(hold, at: now, code: try surroundings.codeVault.open(sealed))
    }
}

extension HoldConfirmationDecision {
    /// A reward was redeemed, or points were spent.
    fileprivate func event(at now: Instant) -> ActivityEvent {
        ActivityEvent(
            redemption == nil ? .pointsChanged : .rewardRedeemed, of: member, points: posting.entry.points,
            reference: redemption?.id.text ?? posting.entry.reference, at: now)
    }
}
