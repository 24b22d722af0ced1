import Hummingbird
import Loyalty
import Operations

/// The customer's wallet.
struct WalletController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [Endpoint(page: "/loyalty", "All memberships", access: .visitor, show)]
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let wording = desk.room.wording(for: context.visitor)
        let cards = try await ViewCards(in: desk.surroundings)(of: context.customerID)
        let frame = try await desk.frame(
            wording.words("wallet.title"), at: .wallet, for: context, notice: try request.notice(in: wording.words))
        let page = WalletPage(frame: frame, cards: cards.map { MembershipCard($0, wording) })
        return desk.room.answer(page, for: context.visitor)
    }
}
