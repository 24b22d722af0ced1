import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// The list of a shop's members, on a page and as a file.
struct MemberListController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    private static let path = BackOfficePlace.members.path

    var endpoints: [Endpoint] {
        [
            Endpoint(page: Self.path, "The members of a shop", access: .backOffice(by: .owner, .staff), show),
            Endpoint(page: "\(Self.path).csv", "The members as a file", access: .backOffice(by: .owner), export),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let page = try Page(of: request, keyCount: 2)
        let choice = try MemberChoice(request.query())
        let rows = try await ListMembers(in: surroundings)(
            in: context.shop, choice.filter, after: page.memberPlace(), limit: page.limit + 1)
        let program = try await ViewProgram(in: surroundings).newest(in: context.shop)
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(
            wording.words("members.title"), at: .members, for: context, notice: try request.notice(in: wording.words))
        let today = try surroundings.today(in: context.shop)
        let reader = MemberListReader(choice, context, wording, ladder: program?.tiers.ladder, today: today)
        let next = rows.count > page.limit ? rows[page.limit - 1].place : nil
        return room.answer(
            reader.page(
                frame, Array(rows.prefix(page.limit)), next: next, isFirst: page.after == nil,
                calendar: try surroundings.zones.zone(named: context.shop.timeZone)),
            for: context.visitor)
    }

    @Sendable private func export(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let choice = try MemberChoice(request.query())
        return .csv(named: "members.csv", ListMembers(in: surroundings).export(in: context.shop, choice.filter))
    }
}

extension Page {
    /// Where a list of members was left.
    fileprivate func memberPlace() throws -> MemberPlace? {
        guard let after else { return nil }
        guard let value = after[0].wholeNumber, case .string(let text) = after[1] else {
            throw QueryRejection(rule: .cursorMustBeOneThatWasGiven, field: "cursor")
        }
        return MemberPlace(value: value, customerID: try Identifier(text, field: "cursor"))
    }
}

/// Which members are asked for, by `?search=&tier=&standing=&sort=`.
struct MemberChoice: Sendable {
    let filter: MemberFilter

    init(_ query: Query) throws {
        filter = MemberFilter(
            search: try query.text("search"), tierKey: try query.text("tier"),
            isInDebt: try query.text("standing") == "debt",
            order: try query.text("sort").flatMap(MemberOrder.init(rawValue:)) ?? .activity)
    }

    /// What stands behind the question mark, also for a later page.
    func query(after place: MemberPlace? = nil) -> String {
        let cursor = place.map { place in
            "cursor=\(Page.cursor([JSONValue(place.value), .string(place.customerID.text)]))"
        }
        let parts = [
            filter.search.map { "search=\(pathPart($0))" }, filter.tierKey.map { "tier=\(pathPart($0))" },
            filter.isInDebt ? "standing=debt" : nil, "sort=\(filter.order.rawValue)", cursor,
        ]
        return parts.compactMap(\.self).joined(separator: "&")
    }
}
