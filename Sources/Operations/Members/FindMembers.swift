public import Loyalty
import Storage

/// Finds members at the till, by what they say or show.
public struct FindMembers: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// The member whose QR was scanned; `nil` where it is none of this shop's.
    public func callAsFunction(referralCode: String, in shop: Shop) async throws -> Customer.ID? {
        try await surroundings.database.read { connection in
            try MemberSearch(connection).member(invitingWith: referralCode, in: shop.id)
        }
    }

    /// Members with that id, e-mail address, telephone number or name; so many at most.
    public func callAsFunction(called words: String, in shop: Shop, limit: Int) async throws -> [MemberView] {
        guard !words.isEmpty else { return [] }
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            try MemberSearch(connection).members(called: words, in: shop.id, limit: limit).map { row in
                try gaze.view(of: row, connection)
            }
        }
    }
}
