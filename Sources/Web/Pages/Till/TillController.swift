import Hummingbird
import Loyalty
import Operations

private let matchesMax = 12
private let findLengthMax = 200

/// The till: codes and members are looked up, and codes are used.
struct TillController: Controller {
    let counter: TillCounter

    var endpoints: [Endpoint] {
        [
            Endpoint(page: TillPath.home, "The till", access: .backOffice(by: .owner, .staff), show),
            Endpoint(form: TillPath.home, "Use a code", access: .backOffice(by: .owner, .staff), use),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let query = try request.query()
        let typed = String((try query.text("find") ?? "").prefix(findLengthMax))
        let finding = try await find(typed, context)
        if case .member(let id) = finding {
            return .redirect(to: context.path(TillPath.member(id)))
        }
        let status = try query.text("status").flatMap(Redemption.Status.init)
        let page = try await page(
            typed, finding, context, as: status, before: query.id("before"),
            notice: request.notice(in: counter.room.wording(for: context.visitor).words))
        return counter.room.answer(page, for: context.visitor, status: finding.status)
    }

    @Sendable private func use(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let typed = form["code"]
        do {
            let code = try RedemptionCode(typed: typed)
            let order: Order.ID? = form["order_id"].isEmpty ? nil : try form.id("order_id")
            let used = try await counter.counting(for: context) {
                try await UseCode(in: counter.surroundings)(code, for: order, in: context.shop, actor: context.actor)
            }
            let path = TillPath.redemption(used.redemption.id)
            return .redirect(to: context.path(path, "done=code_used"))
        } catch let rejection as any Rejection {
            let finding = try await finding(after: rejection, typed, context)
            let page = try await page(
                typed, finding, context, fault: counter.room.sentence(of: rejection, for: context.visitor))
            return counter.room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    /// What the till shows where a code was not used; a wrong one is not looked up, and so counted, a second time.
    private func finding(
        after rejection: any Rejection, _ typed: String, _ context: BackOfficeContext
    ) async throws -> Finding {
        switch rejection {
        case RedemptionStateRejection.redemptionMustExist: .unknown
        case is AttemptRejection: .wait
        case is CodeRejection: .mistyped
        default: try await find(typed, context)
        }
    }

    /// What was meant by what was typed.
    private func find(_ typed: String, _ context: BackOfficeContext) async throws -> Finding {
        switch TillInput(typed) {
        case .words(""): return .nothing
        case .code(let code): return try await look(for: code, context)
        case .member(let code):
            let member = try await FindMembers(in: counter.surroundings)(referralCode: code, in: context.shop)
            return member.map { .member($0) } ?? .members([])
        case .mistypedCode(let words):
            let finding = try await members(called: words, context)
            if case .members(let views) = finding, views.isEmpty { return .mistyped }
            return finding
        case .words(let words): return try await members(called: words, context)
        }
    }

    private func look(for code: RedemptionCode, _ context: BackOfficeContext) async throws -> Finding {
        do {
            return .redemption(
                try await counter.counting(for: context) {
                    try await ViewRedemptions(in: counter.surroundings)(withCode: code, in: context.shop)
                })
        } catch RedemptionStateRejection.redemptionMustExist {
            return .unknown
        } catch is AttemptRejection {
            return .wait
        }
    }

    private func members(called words: String, _ context: BackOfficeContext) async throws -> Finding {
        let views = try await FindMembers(in: counter.surroundings)(
            called: words, in: context.shop, limit: matchesMax)
        return views.count == 1 ? .member(views[0].member.customerID) : .members(views)
    }

    private func page(
        _ typed: String, _ finding: Finding, _ context: BackOfficeContext, as status: Redemption.Status? = nil,
        before id: Redemption.ID? = nil, notice: String? = nil, fault: String? = nil
    ) async throws -> TillPage {
        let clock = try counter.clock(for: context)
        let verdict = verdict(on: finding, typed, clock, context)
        let latest = try await ViewRedemptions(in: counter.surroundings)(
            in: context.shop, of: nil, as: status, before: id, limit: TillList.rowsMax + 1)
        let views = if case .members(let views) = finding { views } else { [MemberView]() }
        let title = verdict.map { "\($0.word) · \(clock.words("till.title"))" } ?? clock.words("till.title")
        return TillPage(
            frame: counter.frame(title, for: context, notice: notice),
            field: TillField(for: context, find: typed, isFirst: verdict?.ticket?.code == nil), verdict: verdict,
            fault: fault, hasMatches: !views.isEmpty,
            matches: views.map { TillPage.Match($0, clock.wording, for: context) },
            list: TillList(latest, as: status, isLater: id != nil, clock, for: context))
    }

    private func verdict(
        on finding: Finding, _ typed: String, _ clock: ShopClock, _ context: BackOfficeContext
    ) -> Verdict? {
        switch finding {
        case .nothing, .member: nil
        case .redemption(let details):
            Verdict(details, clock, for: context, code: typed, once: counter.surroundings.once())
        case .mistyped: Verdict(.mistyped, clock.words)
        case .unknown: Verdict(.unknown, clock.words)
        case .wait: Verdict(.wait, clock.words)
        case .members(let views): views.isEmpty ? Verdict(.unknown, clock.words) : nil
        }
    }
}

/// What came of looking for something.
private enum Finding {
    case nothing
    case redemption(RedemptionDetails)
    case member(Customer.ID)
    case members([MemberView])
    case mistyped
    case unknown
    case wait

    var status: HTTPResponse.Status { if case .wait = self { .tooManyRequests } else { .ok } }
}
