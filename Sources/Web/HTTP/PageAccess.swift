import Hummingbird
import Loyalty
import Operations

extension Access where Context == GuestContext {
    /// Anybody with a browser.
    static var guest: Self {
        Access(rule: .open) { request, context, desk in
            GuestContext(app: context, visitor: try await desk.reception.visitor(of: request, context))
        }
    }
}

extension Access where Context == VisitorContext {
    /// Anybody who is signed in with a browser; others are asked to.
    static var visitor: Self {
        Access(rule: .person) { request, context, desk in try await desk.visitor(request, context) }
    }
}

extension Access where Context == BackOfficeContext {
    /// Whoever has one of the rights in the shop that `?shop=` names, or in the first shop that they own or work in.
    static func backOffice(by rights: Right...) -> Self {
        Access(rule: .shop(rights)) { request, context, desk in
            let visitor = try await desk.visitor(request, context)
            let named: Shop.ID? = try request.query().id("shop")
            let places = try await desk.workplaces(of: visitor.customerID)
            guard let shop = named ?? places.first?.id else { throw AccessRejection.shopMustExist }
            return BackOfficeContext(
                visitor: visitor.visitor, entered: try await visitor.caller.enter(shop, by: Set(rights)),
                workplaces: places)
        }
    }
}

extension Access where Context == ConsoleContext {
    /// Whoever runs the installation; to everybody else it looks as if there were nothing.
    static var console: Self {
        Access(rule: .console) { request, context, desk in
            let visitor = try await desk.reception.visitor(of: request, context)
            guard let person = visitor.customerID, desk.operators.contains(person) else {
                throw Problem.pathMustExist
            }
            context.notes.note(.person(person))
            return ConsoleContext(app: context, visitor: visitor, operatorID: person)
        }
    }
}

extension FrontDesk {
    /// - Throws: ``SignInNeeded`` where nobody is signed in.
    fileprivate func visitor(_ request: Request, _ context: AppContext) async throws -> VisitorContext {
        let visitor = try VisitorContext(context, try await reception.visitor(of: request, context), request, self)
        context.notes.note(.person(visitor.customerID))
        return visitor
    }

    /// The shops that somebody owns or works in.
    fileprivate func workplaces(of person: Customer.ID) async throws -> [Shop] {
        try await FindWorkplaces(in: reception.surroundings)(of: person)
    }
}
