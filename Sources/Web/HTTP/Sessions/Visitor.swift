import Hummingbird
import Loyalty
import Operations

/// Who looks at a page, and how they read.
struct Visitor: Sendable {
    /// `nil` for somebody who is not signed in.
    let customerID: Customer.ID?
    /// The secret of the session; whoever has it is the person.
    let secret: String?
    let language: Language
    /// Goes into every form of the page.
    let formToken: String
    /// Where the request comes from, for limits per address.
    let address: String

    /// Somebody of whom nothing is known, and who is shown no form.
    static func stranger(reading language: Language) -> Visitor {
        Visitor(customerID: nil, secret: nil, language: language, formToken: "", address: "unknown")
    }

    /// Whether what a form sent was made for this visitor.
    func hasMade(_ token: String) -> Bool { FormSeal(of: secret).fits(token) }
}

/// Tells who looks at a page by the cookies that the browser sends.
struct Reception: Sendable {
    let surroundings: Surroundings
    let trustedProxies: Set<String>

    func visitor(of request: Request, _ context: AppContext) async throws -> Visitor {
        let secret = request.cookie(SessionCookies.session)
        var customer: Customer.ID?
        if let secret { customer = try await FindSession(in: surroundings)(secret: secret) }
        let held = customer == nil ? nil : secret
        return Visitor(
            customerID: customer, secret: held, language: request.language,
            formToken: FormSeal(of: held).token(random: surroundings.random(16)),
            address: clientAddress(
                from: context.peerAddress, forwardedFor: request.headers[.forwardedFor], trusting: trustedProxies))
    }
}
