public import Loyalty
import Storage

/// What is known of a person who signed in.
public struct Person: Sendable {
    /// `nil` where the platform never said who they are.
    public let customer: Customer?
    public let ownedShops: [Shop]
    public let membershipCount: Int
}

/// Shows a person to themselves.
public struct ViewPerson: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    public func callAsFunction(_ id: Customer.ID) async throws -> Person {
        try await surroundings.database.read { connection in
            Person(
                customer: try CustomerStore(connection).customer(id),
                ownedShops: try ShopStore(connection).shops(ownedBy: id),
                membershipCount: try MemberReport(connection).memberships(of: id).count)
        }
    }
}
