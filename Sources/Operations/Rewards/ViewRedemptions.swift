public import Loyalty
import Storage

/// Shows redemptions to customers, owners and the till.
public struct ViewRedemptions: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Redemptions, newest first, older than one; of one customer, or of one status, where one is named.
    /// - Parameter withCodes: Shows codes that are good: for their owner alone.
    public func callAsFunction(
        in shop: Shop, of customer: Customer.ID?, as status: Redemption.Status? = nil, before id: Redemption.ID?,
        limit: Int, withCodes: Bool = false
    ) async throws -> [RedemptionDetails] {
        let (now, vault) = (surroundings.now(), withCodes ? surroundings.codeVault : nil)
        return try await surroundings.database.read { connection in
            let found = try RedemptionStore(connection).redemptions(
                in: shop.id, of: customer, as: status, at: now, before: id, limit: limit)
            return try found.map { try RedemptionDetails($0, in: shop, at: now, connection, opening: vault) }
        }
    }

    /// Redemptions that were issued in one stretch of time, or all where none is named; newest first, older than one.
    public func issued(
        in shop: Shop, during stretch: Range<Instant>?, before id: Redemption.ID?, limit: Int
    ) async throws -> [RedemptionDetails] {
        let now = surroundings.now()
        return try await surroundings.database.read { connection in
            let found = try RedemptionStore(connection).issued(in: shop.id, during: stretch, before: id, limit: limit)
            return try found.map { try RedemptionDetails($0, in: shop, at: now, connection) }
        }
    }

    /// One redemption.
    /// - Throws: ``RedemptionStateRejection/redemptionMustExist``.
    public func callAsFunction(_ id: Redemption.ID, in shop: Shop) async throws -> RedemptionDetails {
        let now = surroundings.now()
        return try await surroundings.database.read { connection in
            guard let found = try RedemptionStore(connection).redemption(id, in: shop.id) else {
                throw RedemptionStateRejection.redemptionMustExist
            }
            return try RedemptionDetails(found, in: shop, at: now, connection)
        }
    }

    /// The redemption that a code stands for.
    /// - Throws: ``RedemptionStateRejection/redemptionMustExist``.
    public func callAsFunction(withCode code: RedemptionCode, in shop: Shop) async throws -> RedemptionDetails {
        let (now, hash) = (surroundings.now(), surroundings.codeVault.hash(of: code))
        return try await surroundings.database.read { connection in
            guard let found = try RedemptionStore(connection).redemption(withCodeHash: hash, in: shop.id) else {
                throw RedemptionStateRejection.redemptionMustExist
            }
            return try RedemptionDetails(found, in: shop, at: now, connection)
        }
    }
}
