public import Loyalty
import Operations

/// A request of a caller who was let into one shop, with the right that the endpoint asks for.
public struct ShopContext: AdmittedContext {
    public let app: AppContext
    public let shop: Shop
    public let caller: Caller
    /// What the caller was let in as: the strongest of the rights they have.
    public let role: Role

    /// - Throws: ``AccessRejection`` unless the visitor has one of the rights.
    init(_ context: CallerContext, _ visit: ShopVisit, by rights: Set<Right>) throws(AccessRejection) {
        role = try decideAdmission(of: context.caller, to: visit.shop, isStaff: visit.isStaff, by: rights)
        app = context.app
        shop = visit.shop
        caller = context.caller
    }

    public var principal: String? { caller.principal }
    public var shopID: Shop.ID? { shop.id }
    /// Whether it is a person of the shop, whose acts go into the audit log.
    public var isByHand: Bool {
        switch role {
        case .owner, .staff: true
        case .member, .platform, .key: false
        }
    }

    /// How entries and the audit log name the caller.
    public var actor: String { caller.actor }
}
