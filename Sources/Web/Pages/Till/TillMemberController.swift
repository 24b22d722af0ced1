import Hummingbird
import Loyalty
import Operations

private let ticketsMax = 10

/// A member at the till: what they have, what they can have for it, and redeeming it for them.
struct TillMemberController: Controller {
    let counter: TillCounter

    var endpoints: [Endpoint] {
        let (one, reward) = ("\(TillPath.home)/for/{customer}", "\(TillPath.home)/for/{customer}/{reward}")
        return [
            Endpoint(page: one, "A member at the till", access: .backOffice(by: .owner, .staff), show),
            Endpoint(page: reward, "Whether to redeem", access: .backOffice(by: .owner, .staff), ask),
            Endpoint(form: reward, "Redeem for a member", access: .backOffice(by: .owner, .staff), redeem),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let (customer, clock): (Customer.ID, _) = (try context.id("customer"), try counter.clock(for: context))
        let wallet = try await found {
            try await ViewWallet(in: counter.surroundings)(of: customer, in: context.shop)
        }
        let tickets = try await ViewRedemptions(in: counter.surroundings)(
            in: context.shop, of: customer, before: nil, limit: ticketsMax)
        let page = TillMemberPage(
            wallet, tickets, clock, for: context,
            frame: counter.frame(
                wallet.view.displayName, for: context,
                notice: try request.notice(in: clock.words)))
        return counter.room.answer(page, for: context.visitor)
    }

    @Sendable private func ask(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        counter.room.answer(try await question(context), for: context.visitor)
    }

    /// Redeems, and goes on to the code, which is good then: it can be used at once, or told to the member.
    @Sendable private func redeem(_ form: FormFields, _ context: BackOfficeContext) async throws -> Response {
        do {
            let issued = try await RedeemReward(in: counter.surroundings)(
                context.id("reward"), by: context.id("customer"), in: context.shop, actor: context.actor,
                isByHand: true)
            let query = "find=\(pathPart(issued.code.grouped))&done=redeemed_for_member"
            return .redirect(to: context.path(TillPath.home, query))
        } catch let rejection as RedemptionRejection {
            let page = try await question(context, after: rejection)
            return counter.room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    /// Somebody who is no member is nobody here; the words of the rule are for customers who look at themselves.
    private func found<Answer>(_ look: () async throws -> Answer) async throws -> Answer {
        do {
            return try await look()
        } catch MemberRejection.membershipMustExist {
            throw Problem.pathMustExist
        }
    }

    private func question(
        _ context: BackOfficeContext, after rejection: RedemptionRejection? = nil
    ) async throws -> QuestionPage {
        let (customer, reward): (Customer.ID, Reward.ID) = (try context.id("customer"), try context.id("reward"))
        let (view, offer) = try await found {
            try await ViewMembership(in: counter.surroundings).offer(of: reward, to: customer, in: context.shop)
        }
        let wording = counter.room.wording(for: context.visitor)
        let holes = [
            "reward": offer.reward.name, "person": firstName(view.name, customer),
            "points": wording.points(offer.reward.cost), "left": wording.points(offer.left),
        ]
        let refusal = rejection ?? offer.refusal
        let title = wording.words("till.redeem.title", holes)
        return QuestionPage(
            frame: counter.frame(title, for: context), heading: title,
            sentence: wording.words(refusal == nil ? "till.redeem.sentence" : "till.redeem.price", holes),
            action: context.path(TillPath.reward(reward, for: customer)),
            yes: refusal == nil ? wording.words("till.redeem.yes") : "", no: wording.words("till.redeem.no"),
            back: context.path(TillPath.member(customer)), once: counter.surroundings.once(),
            fault: refusal.map { wording.reasonAtTheTill($0, missing: offer.missing) }, isHarmful: false)
    }
}
