import Hummingbird
import Loyalty
import Operations
import Storage

/// Why an entry stands in a customer's history.
struct ExplanationController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [Endpoint(page: "/loyalty/{shop}/history/{entry}", "Why points moved", access: .visitor, show)]
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let (wording, shop) = (desk.room.wording(for: context.visitor), try await desk.shop(context))
        guard let sequence = Int64(try context.part("entry")), (1..<Int64.max).contains(sequence) else {
            throw EntryRejection.entryMustExist
        }
        let explained = try await ViewEntryExplanation(in: desk.surroundings)(
            sequence, of: context.customerID, in: shop)
        let what = wording.what(explained.row.entry, rewardName: explained.row.rewardName)
        let frame = try await desk.frame(what, at: nil, for: context, shop: shop)
        let page = ExplanationPage(explained, what: what, in: shop, frame, wording)
        return desk.room.answer(page, for: context.visitor)
    }
}
