import Hummingbird
import Loyalty
import Operations

/// The page of a shop for somebody who left its program.
struct DepartedPage: Screen {
    static let template = "departed"

    let frame: Frame
    let shopName: String
    /// When it was left.
    let since: String
    /// What is still owed; `nil` where nothing is.
    let debt: String?
    let historyPath: String
    let joinPath: String
    let once: String
}

extension CustomerDesk {
    /// What a customer who left a program sees in place of the membership.
    /// - Throws: ``MemberRejection/membershipMustExist`` for somebody who never was a member.
    func departed(from shop: Shop, _ context: VisitorContext, notice: String?) async throws -> Response {
        let member = try await ViewMembers(in: surroundings)(context.customerID, in: shop).member
        guard let leftAt = member.leftAt else { throw MemberRejection.membershipMustExist }
        let (wording, path) = (room.wording(for: context.visitor), shopPath(shop))
        let day = try surroundings.zones.zone(named: shop.timeZone).day(of: leftAt)
        let owed = wording.points(-member.balance)
        let page = DepartedPage(
            frame: try await frame(shop.name, at: nil, for: context, notice: notice, shop: shop),
            shopName: shop.name, since: wording.words("departed.since", ["day": wording.day(day)]),
            debt: member.balance < .zero ? wording.words("departed.debt", ["points": owed]) : nil,
            historyPath: "\(path)/history", joinPath: "\(path)/join", once: surroundings.once())
        return room.answer(page, for: context.visitor)
    }
}
