import Hummingbird
import Loyalty
import Operations
import Storage

private let actsMax = 50
/// How many people and kinds of acts there are to choose from.
private let choicesMax = 200

/// Who changed what in a shop.
struct ShopActsController: Controller {
    let desk: ShopSettingsDesk

    private var path: String { ShopSettingsTab.acts.path }

    var endpoints: [Endpoint] {
        [
            Endpoint(page: path, "Who changed what in a shop", access: .backOffice(by: .owner), show),
            Endpoint(page: "\(path).csv", "Who changed what, as a file", access: .backOffice(by: .owner), export),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let (query, view) = (try request.query(), ViewAuditLog(in: desk.surroundings))
        let choice = try ActChoice(query)
        let before: Identifier<AuditLogStore.Act>? = try query.id("before")
        let acts = try await view(
            in: context.shop, by: choice.person, of: choice.kind, before: before, limit: actsMax + 1)
        let (actors, actions) = try await view.choices(in: context.shop, limit: choicesMax)
        let shown = acts.prefix(actsMax)
        let members = shown.filter { actsOnMembers.contains($0.action) }.map(\.subject)
        let names = try await NamePeople(in: desk.surroundings)(Set(actors + shown.map(\.actor) + members))
        let wording = desk.room.wording(for: context.visitor)
        let words = ActWording(
            wording: wording, context: context, names: names,
            zone: try desk.surroundings.zones.zone(named: context.shop.timeZone))
        let page = ShopActsPage(
            try shown.map(words.row), choice, actors: actors, actions: actions, desk.shell(.acts, for: context), words,
            older: acts.count > actsMax ? shown.last?.id : nil, isLater: before != nil)
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func export(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let choice = try ActChoice(request.query())
        return .csv(
            named: "acts.csv",
            ViewAuditLog(in: desk.surroundings).export(in: context.shop, by: choice.person, of: choice.kind))
    }
}

/// Which acts are asked for, by `?person=&kind=`.
struct ActChoice {
    let person: String?
    let kind: String?

    init(_ query: Query) throws {
        person = try query.text("person")
        kind = try query.text("kind")
    }

    /// What stands behind the question mark, also for a later page.
    func query(before id: Identifier<AuditLogStore.Act>? = nil) -> String? {
        let parts = [
            person.map { "person=\(pathPart($0))" }, kind.map { "kind=\(pathPart($0))" },
            id.map { "before=\(pathPart($0.text))" },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "&")
    }
}
