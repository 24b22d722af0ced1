import Hummingbird
import Loyalty
import Operations

/// One membership of a customer.
struct MembershipController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/loyalty/{shop}", "One membership", access: .visitor, show),
            Endpoint(page: "/loyalty/{shop}/history", "What happened to the points", access: .visitor, showHistory),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let (wording, shop) = (desk.room.wording(for: context.visitor), try await desk.shop(context))
        let membership: Membership
        do {
            membership = try await ViewMembership(in: desk.surroundings)(of: context.customerID, in: shop)
        } catch MemberRejection.membershipMustExist {
            return try await desk.departed(from: shop, context, notice: try request.notice(in: wording.words))
        }
        let history = try await history(of: shop, below: nil, context, wording)
        let frame = try await desk.frame(
            shop.name, at: nil, for: context, notice: try request.notice(in: wording.words), shop: shop)
        let page = MembershipPage(
            membership, history, frame, wording, publicURL: desk.room.publicURL, once: desk.surroundings.once())
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func showHistory(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let (wording, shop) = (desk.room.wording(for: context.visitor), try await desk.shop(context))
        let before = try request.query().count("before", in: 1...Int.max, default: Int.max)
        let history = try await history(of: shop, below: Int64(before), context, wording)
        let frame = try await desk.frame(wording.words("history.title"), at: nil, for: context, shop: shop)
        let page = HistoryPage(frame: frame, shopName: shop.name, shopPath: shopPath(shop), history: history)
        return desk.room.answer(page, for: context.visitor)
    }

    private func history(
        of shop: Shop, below sequence: Int64?, _ context: VisitorContext, _ wording: Wording
    ) async throws -> HistoryList {
        let (rows, zone, today) = try await ViewHistory(in: desk.surroundings)(
            of: context.customerID, in: shop, below: sequence, limit: HistoryList.rowCount + 1)
        return HistoryList(rows, in: shop, zone, today: today, wording)
    }
}

/// The whole history of a membership, page by page.
struct HistoryPage: Screen {
    static let template = "history"

    let frame: Frame
    let shopName: String
    let shopPath: String
    let history: HistoryList
}
