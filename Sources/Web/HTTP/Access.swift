import Hummingbird
public import Loyalty

/// Who may make a call, and so which context its handler is given.
public struct Access<Context: AdmittedContext>: Sendable {
    let rule: AccessRule
    let admit: @Sendable (Request, AppContext, FrontDesk) async throws -> Context
}

/// Who may make a call, in a form that the documentation can print.
enum AccessRule: Hashable, Sendable {
    case open
    case caller
    case person
    case platform
    case shop([Right])
    case console

    /// The kinds of callers, for programs: `owner`, `key:orders`.
    var names: [String] {
        switch self {
        case .open: ["anyone"]
        case .caller: ["caller"]
        case .person: ["person"]
        case .platform: ["platform"]
        case .shop(let rights): rights.map(name)
        case .console: ["operator"]
        }
    }
}

private func name(of right: Right) -> String {
    switch right {
    case .owner: "owner"
    case .staff: "staff"
    case .platform: "platform"
    case .key(let scope): "key:\(scope.rawValue)"
    case .member: "person"
    }
}

extension Access where Context == AppContext {
    /// Anyone, without credentials.
    public static var open: Self { Access(rule: .open) { _, context, _ in context } }
}

extension Access where Context == CallerContext {
    /// Anyone with a valid token or key; what they may do is up to the handler (``CallerContext/enter(_:by:)``).
    public static var caller: Self {
        Access(rule: .caller) { request, context, desk in try await desk.admit(request, context) }
    }

    /// The platform's key alone.
    public static var platform: Self {
        Access(rule: .platform) { request, context, desk in
            let admitted = try await desk.admit(request, context)
            guard case .key(let key) = admitted.caller, key.shopID == nil else {
                throw AccessRejection.callerMustBeThePlatform
            }
            return admitted
        }
    }
}

extension Access where Context == PersonContext {
    /// Any person who is signed in; keys are refused.
    public static var person: Self {
        Access(rule: .person) { request, context, desk in
            try PersonContext(try await desk.admit(request, context))
        }
    }
}

extension Access where Context == ShopContext {
    /// Whoever has one of the rights in the shop that the path names as `{shop}`.
    public static func shop(by rights: Right...) -> Self {
        Access(rule: .shop(rights)) { request, context, desk in
            let caller = try await desk.admit(request, context)
            return try await caller.enter(try caller.id("shop"), by: Set(rights))
        }
    }
}
