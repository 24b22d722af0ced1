import Hummingbird
import Loyalty
import Operations

/// The customer's wallet.
struct WalletController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    var endpoints: [Endpoint] {
        [Endpoint(page: "/loyalty", "All memberships", access: .visitor, show)]
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let wording = room.wording(for: context.visitor)
        let views = try await ViewMembers(in: surroundings).memberships(of: context.customerID)
        let cards = try views.map { view in
            MembershipCard(view, wording, today: try surroundings.today(in: view.shop))
        }
        let frame = try await room.customerFrame(wording.words("wallet.title"), at: .wallet, for: context, surroundings)
        return room.answer(WalletPage(frame: frame, cards: cards), for: context.visitor)
    }
}
