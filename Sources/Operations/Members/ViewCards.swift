public import Loyalty
import Storage

/// One membership in the wallet, and what there is to be lost in it.
public struct WalletCard: Sendable {
    public let view: MemberView
    /// The largest discount that the points buy now; `nil` where they buy none.
    public let worth: Money?
    /// How many codes are good now.
    public let codeCount: Int
    /// The day on which the first of them ends, in the shop's zone.
    public let codeEndsOn: Day?
    /// The day it is in the shop.
    public let today: Day

    /// The day on which something is lost, where that is soon.
    var attentionOn: Day? {
        [view.expiring.first?.expiresOn, codeEndsOn].compactMap(\.self).filter { $0 <= today + attentionDays }.min()
    }
}

/// Shows a customer all memberships, those first that need attention.
public struct ViewCards: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// What is lost soonest comes first, be it points or a code; then what was used last.
    public func callAsFunction(of customer: Customer.ID) async throws -> [WalletCard] {
        let cards = try await surroundings.database.read { connection in
            try MemberReport(connection).memberships(of: customer).map { shopID in
                guard let shop = try ShopStore(connection).shop(shopID) else {
                    throw StorageFailure.corrupt("shop \(shopID) is missing")
                }
                return try card(of: customer, MemberGaze(on: shop, in: surroundings), connection)
            }
        }
        return cards.sorted { left, right in
            switch (left.attentionOn, right.attentionOn) {
            case (let left?, let right?) where left != right: left < right
            case (_?, nil): true
            case (nil, _?): false
            default: left.view.member.lastActivityAt > right.view.member.lastActivityAt
            }
        }
    }

    private func card(
        of customer: Customer.ID, _ gaze: MemberGaze, _ connection: any SQLConnection
    ) throws -> WalletCard {
        let view = try gaze.view(of: customer, connection)
        let codes = try RedemptionStore(connection).unended(of: customer, in: gaze.shop.id)
            .filter { gaze.now < $0.expiresAt }
        return WalletCard(
            view: view, worth: try RewardShelf(gaze, connection).offers(to: view).worth, codeCount: codes.count,
            codeEndsOn: codes.first.map { gaze.zone.day(of: $0.expiresAt) }, today: gaze.today)
    }
}

/// How many days before something is lost it needs attention.
private let attentionDays = 30
