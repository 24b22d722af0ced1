public import Loyalty
import Storage

/// Shows holds to those who placed them.
public struct ViewHolds: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``HoldRejection/holdMustExist``.
    public func callAsFunction(_ id: Hold.ID, in shop: Shop) async throws -> HoldDetails {
        let now = surroundings.now()
        let hold = try await surroundings.database.read { connection in
            try HoldStore(connection).hold(id, in: shop.id)
        }
        guard let hold else { throw HoldRejection.holdMustExist }
        return HoldDetails(hold, at: now)
    }

    /// The live holds of a customer, the oldest first; they are a hundred at most.
    public func live(of customer: Customer.ID, in shop: Shop) async throws -> [HoldDetails] {
        let now = surroundings.now()
        return try await surroundings.database.read { connection in
            try HoldStore(connection).live(of: customer, in: shop.id)
        }
        .map { HoldDetails($0, at: now) }.filter { $0.status == .live }
    }
}
