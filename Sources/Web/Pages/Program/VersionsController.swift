import Hummingbird
import Loyalty
import Operations

/// What was changed in a program, version by version.
struct VersionsController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    var endpoints: [Endpoint] {
        [
            Endpoint(
                page: "\(BackOfficePlace.program.path)/versions", "The versions of the program",
                access: .backOffice(by: .owner), show)
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let below = try request.query().count("below", in: 1...Int(Int32.max), default: Int(Int32.max))
        let found = try await ViewProgram(in: surroundings).versions(
            in: context.shop, below: below, limit: versionsMax + 1)
        let views = found.prefix(versionsMax)
        let names = try await NamePeople(in: surroundings)(Set(views.map(\.version.author)))
        let wording = room.wording(for: context.visitor)
        let zone = try surroundings.zones.zone(named: context.shop.timeZone)
        let path = "\(BackOfficePlace.program.path)/versions"
        let page = VersionsPage(
            frame: room.backOfficeFrame(wording.words("program.versions"), at: .program, for: context),
            programPath: context.path(BackOfficePlace.program.path),
            versions: views.map { view in
                VersionLine(view.version, view.changes, named: names, in: context.shop, wording, zone)
            },
            olderPath: found.count > versionsMax
                ? views.last.map { context.path(path, "below=\($0.version.number)") } : nil)
        return room.answer(page, for: context.visitor)
    }
}

/// How many versions stand on a page.
private let versionsMax = 20
