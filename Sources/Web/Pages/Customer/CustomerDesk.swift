import Hummingbird
import Loyalty
import Operations

/// What every page of a customer is made with.
struct CustomerDesk: Sendable {
    let surroundings: Surroundings
    let room: PageRoom

    /// The shop that the path names.
    /// - Throws: ``AccessRejection/shopMustExist``.
    func shop(_ context: VisitorContext) async throws -> Shop {
        try await context.caller.enter(try context.id("shop"), by: [.member]).shop
    }

    func frame(
        _ title: String, at place: CustomerPlace?, for context: VisitorContext, notice: String? = nil,
        shop: Shop? = nil
    ) async throws -> Frame {
        try await room.customerFrame(
            title, at: place, for: context, surroundings, notice: notice,
            accent: shop.map(Accent.name(of:)) ?? Accent.house)
    }
}
