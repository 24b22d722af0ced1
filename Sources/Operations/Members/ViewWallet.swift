public import Loyalty
public import Storage

/// A membership as its owner sees it: where it stands, what happened last, and which rewards the shop offers.
public struct Wallet: Sendable {
    public let view: MemberView
    /// The latest ten entries, newest first.
    public let latest: [EntryReport.Row]
    public let offers: [Offer]

    /// A reward, and why it cannot be had now; no reason means that it can.
    public struct Offer: Sendable {
        public let reward: Reward
        public let refusal: RedemptionRejection?
    }
}

/// Shows a customer the membership in one shop.
public struct ViewWallet: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> Wallet {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            let view = try gaze.view(of: customer, connection)
            let latest = try EntryReport(connection).entries(
                of: customer, in: shop.id, below: nil, limit: latestEntryCount)
            return Wallet(view: view, latest: latest, offers: try offers(to: view, gaze, connection))
        }
    }

    /// Everything on the shelf: active, begun and not expired; the rest is the owner's business.
    private func offers(
        to view: MemberView, _ gaze: MemberGaze, _ connection: any SQLConnection
    ) throws -> [Wallet.Offer] {
        let rewards = try RewardStore(connection).rewards(in: gaze.shop, after: nil, limit: offerCountMax, at: gaze.now)
        let counts = try RedemptionStore(connection).counts(
            of: view.member.customerID, in: gaze.shop.id, at: gaze.now)
        let ladder = try ProgramStore(connection).newest(in: gaze.shop)?.program.tiers.ladder
        return rewards.filter { $0.isOnShelf(at: gaze.now) }.map { reward in
            let seeker = RewardSeeker(
                tierKey: view.tierKey, available: view.available, redemptionCount: counts[reward.id] ?? 0)
            return Wallet.Offer(reward: reward, refusal: reward.refusal(of: seeker, ladder: ladder, at: gaze.now))
        }
    }
}

private let latestEntryCount = 10
private let offerCountMax = 500
