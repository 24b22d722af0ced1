public import Loyalty
import Storage

/// A code that is good, for its owner to show at the till.
public struct OwnCode: Sendable {
    public let shop: Shop
    public let redemption: RedemptionDetails
}

/// Shows customers their codes again.
public struct ViewOwnCodes: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// The codes of a customer that are good, in all shops; in each shop those that expire first at the head.
    public func callAsFunction(of customer: Customer.ID) async throws -> [OwnCode] {
        let (now, vault) = (surroundings.now(), surroundings.codeVault)
        return try await surroundings.database.read { connection in
            try MemberReport(connection).memberships(of: customer).flatMap { shopID in
                guard let shop = try ShopStore(connection).shop(shopID) else {
                    throw StorageFailure.corrupt("shop \(shopID) is missing")
                }
                let live = try RedemptionStore(connection).unended(of: customer, in: shopID)
                    .filter { now < $0.expiresAt }
                return try live.map { redemption in
                    OwnCode(
                        shop: shop,
                        redemption: try RedemptionDetails(redemption, in: shop, at: now, connection, opening: vault))
                }
            }
        }
    }
}
