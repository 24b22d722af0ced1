public import Loyalty

/// A request of a person who is signed in.
public struct PersonContext: AdmittedContext {
    public let customerID: Customer.ID
    private let context: CallerContext

    /// - Throws: ``AccessRejection/callerMustBeAPerson`` for a key.
    init(_ context: CallerContext) throws(AccessRejection) {
        guard case .person(let id) = context.caller else { throw .callerMustBeAPerson }
        customerID = id
        self.context = context
    }

    public var app: AppContext { context.app }
    public var principal: String? { context.principal }
    public var shopID: Shop.ID? { nil }
    /// How entries and the audit log name the person.
    public var actor: String { context.actor }

    /// Goes into a shop that the path does not name.
    /// - Throws: ``AccessRejection`` unless the person has one of the rights there.
    public func enter(_ shopID: Shop.ID, by rights: Set<Right>) async throws -> ShopContext {
        try await context.enter(shopID, by: rights)
    }
}
