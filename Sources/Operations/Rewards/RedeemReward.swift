public import Loyalty
public import Storage

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

    /// - Throws: ``MemberRejection``, ``RewardRejection`` `rewardMustExist`, or ``RedemptionRejection``.
    public func callAsFunction(
        _ rewardID: Reward.ID, by customer: Customer.ID, in shop: Shop, actor: String
    ) async throws -> Issued {
        let now = surroundings.now()
        let id: Redemption.ID = surroundings.newID()
        let code = RedemptionCode(random: surroundings.random(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) })
        let sealed = try surroundings.codeVault.seal(code)
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: now)
        let decision = try await surroundings.database.write { connection in
            let program = try ProgramStore(connection).newest(in: shop)
            guard let file = try MemberFile.open(customer, in: shop, program, on: today, at: now, connection) else {
                throw MemberRejection.membershipMustExist
            }
            guard let reward = try RewardStore(connection).reward(rewardID, in: shop) else {
                throw RewardRejection(.rewardMustExist)
            }
            let counts = try RedemptionStore(connection).counts(of: customer, in: shop.id)
            let decision = try decideRedemption(
                given: RedemptionContext(
                    program: program, reward: reward, member: file.member, lots: file.lots(),
                    redemptionCount: counts[rewardID] ?? 0, id: id, now: now, actor: actor))
            try LedgerStore(connection).append(decision.posting, occurredOn: today)
            try RedemptionStore(connection).insert(decision.redemption, code: sealed, in: shop.id)
            try RewardStore(connection).count(decision.stockChange, of: rewardID, in: shop.id)
            try file.save(decision.member)
            return decision
        }
        surroundings.activity.publish([
            ActivityEvent(
                .rewardRedeemed, of: decision.member, points: decision.posting.entry.points, reference: id.text, at: now
            )
        ])
        return Issued(redemption: decision.redemption, code: code, member: decision.member)
    }
}
