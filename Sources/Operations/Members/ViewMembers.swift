public import Loyalty
import Storage

/// Shows members as they stand today.
public struct ViewMembers: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// One member, also one who has left.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(_ customer: Customer.ID, in shop: Shop) async throws -> MemberView {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            try gaze.view(of: customer, isOfRecord: true, connection)
        }
    }

    /// Members by customer id, after one.
    public func list(in shop: Shop, search: String?, after: Customer.ID?, limit: Int) async throws -> [MemberView] {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            let rows = try MemberReport(connection).members(in: shop.id, search: search, after: after, limit: limit)
            return try rows.map { row in try gaze.view(of: row, connection) }
        }
    }

    /// All memberships of a customer, by shop id.
    public func memberships(of customer: Customer.ID) async throws -> [MemberView] {
        try await surroundings.database.read { connection in
            try MemberReport(connection).memberships(of: customer).map { shopID in
                guard let shop = try ShopStore(connection).shop(shopID) else {
                    throw StorageFailure.corrupt("shop \(shopID) is missing")
                }
                return try MemberGaze(on: shop, in: surroundings).view(of: customer, connection)
            }
        }
    }
}
