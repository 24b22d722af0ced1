import Hummingbird
import Loyalty
import Operations

/// A request for a page that anybody may see; who is signed in is known all the same.
struct GuestContext: PageContext {
    let app: AppContext
    let visitor: Visitor

    var principal: String? { visitor.customerID.map { Caller.person($0).principal } }
    var shopID: Shop.ID? { nil }
}

/// A request of somebody who is signed in with a browser, for a page.
struct VisitorContext: PageContext {
    let visitor: Visitor
    let customerID: Customer.ID
    let caller: CallerContext

    /// - Throws: ``SignInNeeded`` where nobody is signed in.
    init(_ context: AppContext, _ visitor: Visitor, _ request: Request, _ desk: FrontDesk) throws(SignInNeeded) {
        guard let customerID = visitor.customerID else { throw SignInNeeded(for: request) }
        self.visitor = visitor
        self.customerID = customerID
        caller = CallerContext(context, caller: .person(customerID), desk: desk)
    }

    var app: AppContext { caller.app }
    var principal: String? { caller.principal }
    var shopID: Shop.ID? { nil }
}

/// A request of an owner or of staff, for a page of their shop.
struct BackOfficeContext: PageContext {
    let visitor: Visitor
    let entered: ShopContext
    /// The shops that the visitor owns or works in.
    let workplaces: [Shop]

    var app: AppContext { entered.app }
    var principal: String? { entered.principal }
    var shopID: Shop.ID? { entered.shopID }
    var shop: Shop { entered.shop }
    var actor: String { entered.actor }
    var isOwner: Bool { if case .owner = entered.role { true } else { false } }
}

/// A request of whoever runs the installation, for a page of the console.
struct ConsoleContext: PageContext {
    let app: AppContext
    let visitor: Visitor
    let operatorID: Customer.ID

    var principal: String? { Caller.person(operatorID).principal }
    var shopID: Shop.ID? { nil }
}

/// Nobody is signed in, or no longer; the page is shown once somebody is.
struct SignInNeeded: Error {
    /// The page that was asked for, on this server.
    let page: String

    init(for request: Request) { page = request.method == .get ? request.uri.string : "/loyalty" }
}
