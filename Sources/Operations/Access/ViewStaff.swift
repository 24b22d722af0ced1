public import Loyalty
public import Storage

/// Shows an owner who works in the shop.
public struct ViewStaff: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Who owns a shop, who works there, and what those are called who did something with the staff.
    public struct Staff: Sendable {
        public let members: [StaffMember]
        /// Names by ids, of those whom the shop knows: the owner, its members, and who ever did something in it. Of
        /// others an owner must not learn the name by guessing at ids.
        public let names: [String: String]
    }

    public func callAsFunction(in shop: Shop) async throws -> Staff {
        let (members, known) = try await surroundings.database.read { connection in
            let members = try StaffStore(connection).staff(in: shop.id)
            let known = try members.map(\.customerID).filter { try isKnown($0, in: shop.id, connection) }
            return (members, known)
        }
        let people = Set(known.map(\.text) + members.map(\.addedBy) + [shop.ownerID.text])
        return Staff(members: members, names: try await NamePeople(in: surroundings)(people))
    }

    /// Those who work in a shop, without the owner.
    public func members(in shop: Shop) async throws -> [StaffMember] {
        try await surroundings.database.read { connection in try StaffStore(connection).staff(in: shop.id) }
    }
}

private func isKnown(_ person: Customer.ID, in shop: Shop.ID, _ connection: any SQLConnection) throws -> Bool {
    if try MemberStore(connection).member(person, in: shop) != nil { return true }
    return try !AuditLogStore(connection).acts(in: shop, by: person.text, before: nil, limit: 1).isEmpty
}
