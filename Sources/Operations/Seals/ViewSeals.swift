public import Loyalty
public import Storage

/// Shows an owner the seals of the shop, to note them elsewhere.
public struct ViewSeals: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Seals, newest first, below a number.
    public func callAsFunction(in shop: Shop, below number: Int64?, limit: Int) async throws -> [SealStore.Row] {
        try await surroundings.database.read { connection in
            try SealStore(connection).seals(in: shop.id, below: number, limit: limit)
        }
    }
}
