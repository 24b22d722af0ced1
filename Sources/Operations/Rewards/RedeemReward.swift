public import Loyalty
import Storage

/// Gives a member a reward for points: points, stock and allowance move together, and a code is issued.
public struct RedeemReward: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// A redemption with its code, which is shown to its owner now and kept only sealed.
    public struct Issued: Sendable {
        public let redemption: Redemption
        public let code: RedemptionCode
        public let member: Member
    }

    /// - Parameter isByHand: Whether a person of the shop does it for the member, which the audit log then says.
    /// - Throws: ``MemberRejection``, ``RewardRejection`` `rewardMustExist`, or ``RedemptionRejection``.
    public func callAsFunction(
        _ rewardID: Reward.ID, by customer: Customer.ID, in shop: Shop, actor: String, isByHand: Bool = false
    ) async throws -> Issued {
        let (act, id): (ActDraft, Redemption.ID) = (surroundings.act, surroundings.newID())
        let fresh = try surroundings.codeVault.make(random: surroundings.random(16))
        let book = try ClaimBook(in: shop, at: act.at, surroundings)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            try book.makeRoom(for: rewardID, program, transaction)
            let file = try book.open(customer, program, transaction)
            guard let reward = try RewardStore(connection).reward(rewardID, in: shop) else {
                throw RewardRejection(.rewardMustExist)
            }
            let counts = try RedemptionStore(connection).counts(of: customer, in: shop.id, at: act.at)
            let decision = try decideRedemption(
                given: RedemptionContext(
                    program: program, reward: reward, member: file.member, lots: file.lots(),
                    redemptionCount: counts[rewardID] ?? 0, id: id, now: act.at, actor: actor))
            try LedgerStore(connection).append(decision.posting, occurredOn: book.today)
            try RedemptionStore(connection).insert(decision.redemption, code: fresh.sealed, in: shop.id)
            try RewardStore(connection).count(decision.stockChange, of: rewardID, in: shop.id)
            try file.save(decision.member)
            if isByHand { try log(decision.redemption, by: actor, act, in: shop, connection) }
            transaction.tell(
                ActivityEvent(
                    .rewardRedeemed, of: decision.member, points: decision.posting.entry.points, reference: id.text,
                    at: act.at))
            return Issued(redemption: decision.redemption, code: fresh.code, member: decision.member)
        }
    }

    private func log(
        _ redemption: Redemption, by actor: String, _ act: ActDraft, in shop: Shop, _ connection: any SQLConnection
    ) throws {
        let details = try RedemptionDetails(redemption, in: shop, at: act.at, connection)
        try AuditLogStore(connection).append(
            act.made(
                "redeem_reward", of: redemption.id.text, by: actor, before: RedemptionDetails?.none, after: details),
            in: shop.id)
    }
}
