import Hummingbird
import Loyalty
import Operations

/// Redeeming a reward: the question, and the answer yes.
struct RedeemController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/loyalty/{shop}/rewards/{reward}", "One reward", access: .visitor, ask),
            Endpoint(form: "/loyalty/{shop}/rewards/{reward}", "Redeem the reward", access: .visitor, redeem),
        ]
    }

    @Sendable private func ask(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let page = try await page(of: try await desk.shop(context), context)
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func redeem(_ form: FormFields, _ context: VisitorContext) async throws -> Response {
        let shop = try await desk.shop(context)
        do {
            _ = try await RedeemReward(in: desk.surroundings)(
                context.id("reward"), by: context.customerID, in: shop, actor: context.caller.actor)
            return .redirect(to: "\(shopPath(shop))?done=redeemed#codes")
        } catch let rejection as RedemptionRejection {
            let page = try await page(of: shop, context, after: rejection)
            return desk.room.answer(page, for: context.visitor, status: Problem(rejection).status)
        }
    }

    /// - Parameter rejection: Why it was not redeemed just now.
    private func page(
        of shop: Shop, _ context: VisitorContext, after rejection: RedemptionRejection? = nil
    ) async throws -> RedeemPage {
        let wording = desk.room.wording(for: context.visitor)
        let (view, offer) = try await ViewMembership(in: desk.surroundings).offer(
            of: try context.id("reward"), to: context.customerID, in: shop)
        let frame = try await desk.frame(offer.reward.name, at: nil, for: context, shop: shop)
        return RedeemPage(
            frame: frame, shopName: shop.name, shopPath: shopPath(shop), balance: wording.points(view.available),
            fault: rejection.map { wording.reason($0, missing: offer.missing) },
            offer: OfferRow(offer, in: shop, wording, once: desk.surroundings.once(), dialog: ""))
    }
}

/// Asks whether a reward is to be redeemed.
struct RedeemPage: Screen {
    static let template = "redeem"

    let frame: Frame
    let shopName: String
    let shopPath: String
    /// What can be spent.
    let balance: String
    /// Why it was not redeemed just now; `nil` at first.
    let fault: String?
    let offer: OfferRow
}
