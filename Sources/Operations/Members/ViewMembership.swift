public import Loyalty
public import Storage

/// Everything that a customer sees of the membership in one shop.
public struct Membership: Sendable {
    public let view: MemberView
    /// The program in force; `nil` where the shop never saved one.
    public let program: Program?
    /// Why the tier is held; `nil` without a program.
    public let tier: TierExplanation?
    public let offers: [RewardOffer]
    /// Codes that are good, the first to end at the head.
    public let codes: [RedemptionDetails]
    /// The latest codes that have ended.
    public let endedCodes: [RedemptionDetails]
    public let invitations: Invitations?
    public let zone: Zone
    public let now: Instant
    public let today: Day

    /// How a member invites friends, and what came of it.
    public struct Invitations: Sendable {
        public let code: String
        public let terms: ReferralTerms
        public let paidCount: Int64
        public let waitingCount: Int64
        /// What all of them came to after claw-backs.
        public let points: Points
    }
}

/// Shows a customer the membership in one shop, with all that can be done there.
public struct ViewMembership: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> Membership {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        let vault = surroundings.codeVault
        return try await surroundings.database.read { connection in
            let view = try gaze.view(of: customer, connection)
            let version = try ProgramStore(connection).newest(in: shop)
            let store = RedemptionStore(connection)
            let unended = try store.unended(of: customer, in: shop.id)
            let codes = unended.filter { gaze.now < $0.expiresAt }
            // Codes whose time is over have ended for their owner, whether the upkeep was with them or not.
            let over = unended.filter { gaze.now >= $0.expiresAt }
            let ended = over + (try store.ended(of: customer, in: shop.id, limit: endedCodesMax))
            let history = try SpendingStore(connection).history(of: customer, in: shop.id)
            return Membership(
                view: view, program: version?.program,
                tier: version.map { explainTier(of: view.member, history, under: $0, on: gaze.today) },
                offers: try RewardShelf(gaze, connection).offers(to: view),
                codes: try codes.map {
                    try RedemptionDetails($0, in: shop, at: gaze.now, connection, opening: vault)
                },
                endedCodes: try ended.map { try RedemptionDetails($0, in: shop, at: gaze.now, connection) },
                invitations: try invitations(of: view.member, version?.program, connection), zone: gaze.zone,
                now: gaze.now, today: gaze.today)
        }
    }

    /// One reward of the shop as the customer sees it, and the membership it would be paid from.
    /// - Throws: ``MemberRejection/membershipMustExist``, or ``RewardRejection`` `rewardMustExist`.
    public func offer(
        of reward: Reward.ID, to customer: Customer.ID, in shop: Shop
    ) async throws -> (view: MemberView, offer: RewardOffer) {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            let view = try gaze.view(of: customer, connection)
            return (view, try RewardShelf(gaze, connection).offer(of: reward, to: view))
        }
    }

    private func invitations(
        of member: Member, _ program: Program?, _ connection: any SQLConnection
    ) throws -> Membership.Invitations? {
        guard let program, program.isActive, program.referral.isActive else { return nil }
        let report = InvitationReport(connection)
        let earned = try report.earned(by: member.customerID, in: member.shopID)
        return Membership.Invitations(
            code: member.referralCode, terms: program.referral, paidCount: earned.count,
            waitingCount: try report.waitingCount(by: member.customerID, in: member.shopID), points: earned.points)
    }
}

/// Shows a customer what happened to the points of one membership.
public struct ViewHistory: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Entries, newest first, below a sequence.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(
        of customer: Customer.ID, in shop: Shop, below sequence: Int64?, limit: Int
    ) async throws -> (rows: [HistoryReport.Row], zone: Zone, today: Day) {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            guard try MemberStore(connection).member(customer, in: shop.id) != nil else {
                throw MemberRejection.membershipMustExist
            }
            let rows = try HistoryReport(connection).rows(
                of: customer, in: shop.id, below: sequence, limit: limit)
            return (rows, gaze.zone, gaze.today)
        }
    }
}

private let endedCodesMax = 5
