public import Loyalty
import Storage

/// Finds the shops that a person owns or works in.
public struct FindWorkplaces: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: Those owned first, each in the order of their ids.
    public func callAsFunction(of person: Customer.ID) async throws -> [Shop] {
        try await surroundings.database.read { connection in
            let shops = ShopStore(connection)
            let owned = try shops.shops(ownedBy: person)
            return owned + (try shops.shops(withStaff: person).filter { !owned.contains($0) })
        }
    }
}
