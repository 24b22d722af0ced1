public import Loyalty
public import Storage

/// A membership as its owner sees it: where it stands, what happened last, and which rewards the shop offers.
public struct Wallet: Sendable {
    public let view: MemberView
    /// The latest ten entries, newest first.
    public let latest: [EntryReport.Row]
    public let offers: [RewardOffer]
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
            return Wallet(view: view, latest: latest, offers: try RewardShelf(gaze, connection).offers(to: view))
        }
    }
}

private let latestEntryCount = 10
