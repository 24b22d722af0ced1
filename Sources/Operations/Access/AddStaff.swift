import ExactJSON
public import Loyalty
import Storage

private let staffPerShopMax = 1_000

/// Takes a person on, to work the till of a shop.
public struct AddStaff: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Returns: Whether the person was taken on now; who is staff already stays so.
    /// - Throws: ``StaffRejection``.
    public func callAsFunction(_ person: Customer.ID, in shop: Shop, actor: String) async throws -> Bool {
        guard person != shop.ownerID else { throw StaffRejection.staffMustNotBeTheOwner }
        let act = surroundings.act
        let member = StaffMember(customerID: person, addedAt: act.at, addedBy: actor)
        return try await surroundings.database.write(in: shop.id) { connection in
            let store = StaffStore(connection)
            guard try store.add(member, in: shop.id) else { return false }
            guard try store.staff(in: shop.id).count <= staffPerShopMax else {
                throw StaffRejection.shopMustNotHaveTooManyStaff
            }
            try AuditLogStore(connection).append(
                act.made("add_staff", of: person.text, by: actor, before: JSONValue?.none, after: member), in: shop.id)
            return true
        }
    }
}

/// Takes the till away from a person.
public struct RemoveStaff: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``StaffRejection/staffMustExist``.
    public func callAsFunction(_ person: Customer.ID, in shop: Shop, actor: String) async throws {
        let act = surroundings.act
        try await surroundings.database.write(in: shop.id) { connection in
            let store = StaffStore(connection)
            let held = try store.staff(in: shop.id).first { $0.customerID == person }
            guard try store.remove(person, in: shop.id) else { throw StaffRejection.staffMustExist }
            try AuditLogStore(connection).append(
                act.made("remove_staff", of: person.text, by: actor, before: held, after: JSONValue?.none), in: shop.id)
        }
    }
}

/// Why somebody cannot be made staff, or cease to be.
public enum StaffRejection: String, ListedRejection, CaseIterable {
    case staffMustExist
    case staffMustNotBeTheOwner
    case shopMustNotHaveTooManyStaff

    public var sentence: String {
        switch self {
        case .staffMustExist: "Staff not found"
        case .staffMustNotBeTheOwner: "customer_id must not be the owner, who may do all that staff may."
        case .shopMustNotHaveTooManyStaff: "A shop may have \(staffPerShopMax) staff at most."
        }
    }

    public var field: String? { self == .staffMustNotBeTheOwner ? "customer_id" : nil }

    public var kind: RejectionKind {
        switch self {
        case .staffMustExist: .missing
        case .staffMustNotBeTheOwner: .badInput
        case .shopMustNotHaveTooManyStaff: .conflict
        }
    }
}
