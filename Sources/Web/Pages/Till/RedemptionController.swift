import Hummingbird
import Loyalty
import Operations

/// One redemption, and cancelling it after a question.
struct RedemptionController: Controller {
    let counter: TillCounter

    var endpoints: [Endpoint] {
        let (one, cancel) = ("\(TillPath.home)/{redemption}", "\(TillPath.home)/{redemption}/cancel")
        return [
            Endpoint(page: one, "A redemption", access: .backOffice(by: .owner, .staff), show),
            Endpoint(page: cancel, "Whether to cancel it", access: .backOffice(by: .owner, .staff), ask),
            Endpoint(form: cancel, "Cancel a redemption", access: .backOffice(by: .owner, .staff), self.cancel),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let isDone = try request.query().text("done") == "code_used"
        let details = try await ViewRedemptions(in: counter.surroundings)(context.id("redemption"), in: context.shop)
        let notice = try isDone ? nil : request.notice(in: counter.room.wording(for: context.visitor).words)
        let page = try page(details, context, isJustUsed: isDone, notice: notice)
        return counter.room.answer(page, for: context.visitor)
    }

    @Sendable private func ask(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let details = try await ViewRedemptions(in: counter.surroundings)(context.id("redemption"), in: context.shop)
        let clock = try counter.clock(for: context)
        let redemption = details.redemption
        let holes = [
            "reward": details.reward.name, "person": firstName(details.customerName, redemption.customerID),
            "points": clock.wording.points(redemption.cost),
        ]
        let title = clock.words("till.cancel.title", holes)
        let page = QuestionPage(
            frame: counter.frame(title, for: context), heading: title,
            sentence: clock.words("till.cancel.sentence", holes),
            action: context.path(TillPath.cancellation(of: redemption.id)),
            yes: clock.words("till.cancel.yes"), no: clock.words("till.cancel.no"),
            back: context.path(TillPath.redemption(redemption.id)), once: counter.surroundings.once(), fault: nil,
            isHarmful: true)
        return counter.room.answer(page, for: context.visitor)
    }

    @Sendable private func cancel(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        let id: Redemption.ID = try context.id("redemption")
        do {
            _ = try await CancelRedemption(in: counter.surroundings)(
                id, of: nil, in: context.shop, actor: context.actor)
            return .redirect(to: context.path(TillPath.redemption(id), "done=redemption_cancelled"))
        } catch let rejection as RedemptionStateRejection where rejection != .redemptionMustExist {
            let details = try await ViewRedemptions(in: counter.surroundings)(id, in: context.shop)
            let page = try page(
                details, context, fault: counter.room.sentence(of: rejection, for: context.visitor))
            return counter.room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    /// - Parameter isJustUsed: Whether the page follows the use of its code; a link to it does not say so for ever.
    private func page(
        _ details: RedemptionDetails, _ context: BackOfficeContext, isJustUsed: Bool = false, notice: String? = nil,
        fault: String? = nil
    ) throws -> RedemptionPage {
        let clock = try counter.clock(for: context)
        var isDone = false
        if isJustUsed, case .used(let at, _, context.actor) = details.redemption.outcome {
            isDone = clock.now < at.adding(seconds: doneSeconds)
        }
        let verdict = Verdict(details, clock, for: context, once: counter.surroundings.once(), isDone: isDone)
        return RedemptionPage(
            frame: counter.frame("\(verdict.word) · \(details.reward.name)", for: context, notice: notice),
            field: TillField(for: context), verdict: verdict, fault: fault)
    }
}

/// For how long a code that was just used is shown as done, and not as used up.
private let doneSeconds: Int64 = 120

/// One redemption at the till.
struct RedemptionPage: Screen {
    static let template = "redemption"

    let frame: Frame
    let field: TillField
    let verdict: Verdict
    /// Why something was not done just now.
    let fault: String?
}
