import Hummingbird
import Loyalty

/// A request whose answer goes on, for as long as the caller may have it.
struct LastingContext<Context: AdmittedContext>: AdmittedContext {
    let admitted: Context
    /// Asks again who is calling, and for the same right.
    /// - Throws: What the first request would be refused with now.
    let readmit: @Sendable () async throws -> Void

    var app: AppContext { admitted.app }
    var principal: String? { admitted.principal }
    var shopID: Shop.ID? { admitted.shopID }
}

extension Access {
    /// The same, for an answer that goes on.
    var lasting: Access<LastingContext<Context>> {
        Access<LastingContext<Context>>(rule: rule) { request, context, desk in
            LastingContext(admitted: try await admit(request, context, desk)) {
                _ = try await admit(request, context, desk)
            }
        }
    }
}
