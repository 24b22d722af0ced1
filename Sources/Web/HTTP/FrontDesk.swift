import Hummingbird
import Loyalty
import Operations

/// Asks who is calling, and lets callers into shops; the asynchronous half of what the contexts promise.
struct FrontDesk: Sendable {
    let authenticator: Authenticator
    let gate: ShopGate
    let idempotency: Idempotency
    let reception: Reception
    let room: PageRoom
    /// The user ids of those who may see every shop in the console.
    let operators: Set<Customer.ID>

    /// - Throws: ``AccessRejection`` without a valid token or key.
    func admit(_ request: Request, _ context: AppContext) async throws -> CallerContext {
        let caller = try await authenticator.caller(of: request)
        context.notes.note(caller)
        return CallerContext(context, caller: caller, desk: self)
    }
}
