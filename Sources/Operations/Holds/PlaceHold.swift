public import Loyalty
import Storage

/// Reserves points, or a reward with all that it takes, for a checkout.
public struct PlaceHold: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// What is to be reserved, and for how long.
    public struct Request: Sendable {
        public let customer: Customer.ID
        public let wish: HoldWish
        public let reference: String
        public let seconds: Int64

        public init(
            for customer: Customer.ID, _ wish: HoldWish, reference: String = "",
            seconds: Int64 = HoldTerms.secondsStandard
        ) {
            self.customer = customer
            self.wish = wish
            self.reference = reference
            self.seconds = seconds
        }
    }

    /// - Parameter isByHand: Whether a person of the shop does it, which the audit log then says.
    /// - Throws: ``HoldRejection``, ``MemberRejection``; for a reward ``RewardRejection`` `rewardMustExist` and
    ///   ``RedemptionRejection``.
    public func callAsFunction(
        _ request: Request, in shop: Shop, actor: String, isByHand: Bool = false
    ) async throws -> HoldDetails {
        let (act, id): (ActDraft, Hold.ID) = (surroundings.act, surroundings.newID())
        let book = try ClaimBook(in: shop, at: act.at, surroundings)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let decision = try decide(request, id, actor, with: book, transaction)
            try HoldStore(connection).insert(decision.hold, in: shop.id)
            if isByHand {
                try AuditLogStore(connection).append(
                    act.made(
                        "place_hold", of: id.text, by: actor, before: HoldDetails?.none,
                        after: HoldDetails(decision.hold, at: act.at)), in: shop.id)
            }
            transaction.tell(ActivityEvent(.holdPlaced, of: decision.member, reference: id.text, at: act.at))
            return HoldDetails(decision.hold, at: act.at)
        }
    }

    private func decide(
        _ request: Request, _ id: Hold.ID, _ actor: String, with book: ClaimBook, _ transaction: WriteTransaction
    ) throws -> HoldDecision {
        let connection = transaction.connection
        let program = try ProgramStore(connection).newest(in: book.shop)
        if case .reward(let reward) = request.wish { try book.makeRoom(for: reward, program, transaction) }
        let file = try book.open(request.customer, program, transaction)
        let live = try HoldStore(connection).live(of: request.customer, in: book.shop.id)
        let terms = try HoldTerms(
            id: id, reference: request.reference, seconds: request.seconds,
            beside: live.count { $0.status(at: book.now) == .live }, at: book.now, by: actor)
        let decision: HoldDecision
        switch request.wish {
        case .points(let points): decision = try decideHold(of: points, by: file.member, lots: file.lots(), terms)
        case .reward(let id):
            guard let reward = try RewardStore(connection).reward(id, in: book.shop) else {
                throw RewardRejection(.rewardMustExist)
            }
            let counts = try RedemptionStore(connection).counts(
                of: request.customer, in: book.shop.id, at: book.now)
            decision = try decideHold(
                of: reward, by: file.member, lots: file.lots(), redemptionCount: counts[id] ?? 0,
                ladder: program?.program.tiers.ladder, terms)
        }
        try file.save(decision.member)
        return decision
    }
}
