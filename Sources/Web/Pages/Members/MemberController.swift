import Hummingbird
import Loyalty
import Operations

/// One member, for those who run the shop: what happened, where it stands, and what the owner can do.
struct MemberController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let path = "\(BackOfficePlace.members.path)/{customer}"

    var endpoints: [Endpoint] {
        [
            Endpoint(page: Self.path, "A member of a shop", access: .backOffice(by: .owner, .staff)) {
                request, context in
                let below = try request.query().count("before", in: 1...Int.max, default: Int.max)
                let done = try request.notice(in: room.wording(for: context.visitor).words)
                return try await show(try context.id("customer"), context, below: Int64(below), notice: done)
            },
            Endpoint(form: "\(Self.path)/adjustments", "Adjust points", access: .backOffice(by: .owner), adjust),
            Endpoint(form: "\(Self.path)/grants", "Give a tier by hand", access: .backOffice(by: .owner), grant),
            Endpoint(form: "\(Self.path)/grants/end", "Take back a tier", access: .backOffice(by: .owner), endGrant),
            Endpoint(
                page: "\(Self.path)/statement.csv", "All entries of a member as a file",
                access: .backOffice(by: .owner, .staff), download),
            Endpoint(
                page: "\(Self.path)/statement", "A member's statement to print",
                access: .backOffice(by: .owner, .staff), sheet),
        ]
    }

    private func show(
        _ customer: Customer.ID, _ context: BackOfficeContext, below sequence: Int64 = .max, notice: String? = nil,
        typed: MemberForms = MemberForms(), status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let file = try await MemberSheet(of: customer, below: sequence, context, surroundings)
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(file.view.displayName, at: .members, for: context, notice: notice)
        let reader = MemberReader(file, context, wording)
        let page = reader.page(frame, typed, once: surroundings.once())
        return room.answer(page, for: context.visitor, status: status)
    }

    @Sendable private func adjust(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let customer: Customer.ID = try context.id("customer")
        return try await attempt(.adjustment(form), of: customer, context, done: "adjusted") {
            let amount = try form.wholePoints("points")
            _ = try await AdjustPoints(in: surroundings)(
                form["direction"] == "take" ? -amount : amount, reason: form["reason"], to: customer,
                in: context.shop, actor: context.actor)
        }
    }

    @Sendable private func grant(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let customer: Customer.ID = try context.id("customer")
        return try await attempt(.grant(form), of: customer, context, done: "granted") {
            guard let day = Day(form["through"]) else { throw PageFormRejection.dayMustExist }
            try await GrantTier(in: surroundings)(
                form["tier"], through: day, reason: form["reason_for_tier"], to: customer, in: context.shop,
                actor: context.actor)
        }
    }

    @Sendable private func endGrant(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let customer: Customer.ID = try context.id("customer")
        return try await attempt(.grantEnd, of: customer, context, done: "revoked") {
            try await GrantTier(in: surroundings).end(of: customer, in: context.shop, actor: context.actor)
        }
    }

    /// Does what a form asks; what is refused is shown at the field, with what was typed.
    private func attempt(
        _ attempt: MemberForms.Attempt, of customer: Customer.ID, _ context: BackOfficeContext, done: String,
        _ work: () async throws -> Void
    ) async throws -> Response {
        do {
            try await work()
            return .redirect(to: context.memberPath(customer, "done=member.\(done)"))
        } catch let rejection as any Rejection where rejection.kind != .missing || rejection is GrantRejection {
            let forms = MemberForms(
                attempt: attempt, fault: room.sentence(of: rejection, for: context.visitor), field: rejection.field)
            return try await show(customer, context, typed: forms, status: Problem(rejection).status)
        }
    }

    @Sendable private func download(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        .csv(
            named: "statement.csv",
            try await ExportStatement(in: surroundings)(of: context.id("customer"), in: context.shop))
    }

    @Sendable private func sheet(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let query = try request.query()
        let view = try await ViewStatement(in: surroundings)(
            of: context.id("customer"), in: context.shop, from: query.day("from"), through: query.day("to"))
        return .page(StatementPage(view: view, words: room.wording(for: context.visitor).words).html)
    }
}
