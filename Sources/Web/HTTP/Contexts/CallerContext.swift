public import Loyalty
import Operations

/// A request whose caller is known; what they may do is not decided yet.
public struct CallerContext: AdmittedContext {
    public let app: AppContext
    public let caller: Caller
    private let desk: FrontDesk

    init(_ context: AppContext, caller: Caller, desk: FrontDesk) {
        app = context
        self.caller = caller
        self.desk = desk
    }

    public var principal: String? { caller.principal }
    public var shopID: Shop.ID? { nil }
    /// How entries and the audit log name the caller.
    public var actor: String { caller.actor }

    /// Goes into a shop that the path does not name.
    /// - Throws: ``AccessRejection`` unless the caller has one of the rights there.
    public func enter(_ shopID: Shop.ID, by rights: Set<Right>) async throws -> ShopContext {
        let visit = try await desk.gate.visit(of: caller, to: shopID)
        return try ShopContext(self, visit, by: rights)
    }
}
