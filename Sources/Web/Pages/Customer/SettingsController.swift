import Hummingbird
import Loyalty
import Operations
import Storage

/// What customers set for themselves, and what is kept of them.
struct SettingsController: Controller {
    let desk: CustomerDesk

    var endpoints: [Endpoint] {
        [
            Endpoint(page: "/loyalty/settings", "The customer's settings", access: .visitor, show),
            Endpoint(page: "/loyalty/settings/data", "All that is kept of the customer", access: .visitor, handOut),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let words = desk.room.wording(for: context.visitor).words
        let frame = try await desk.frame(
            words("settings.title"), at: .settings, for: context, notice: try request.notice(in: words))
        let languages = Language.allCases.map { language in
            SettingsPage.Choice(
                tag: language.rawValue, ownName: language.ownName, isChosen: language == context.visitor.language)
        }
        let wording = desk.room.wording(for: context.visitor)
        let programs = try await ViewMembers(in: desk.surroundings).memberships(of: context.customerID).map { view in
            SettingsPage.Program(
                name: view.shop.name, balance: wording.points(view.member.balance), path: leavingPath(view.shop))
        }
        let page = SettingsPage(
            frame: frame, languages: languages, programs: programs, hasPrograms: !programs.isEmpty)
        return desk.room.answer(page, for: context.visitor)
    }

    @Sendable private func handOut(_ request: Request, _ context: VisitorContext) async throws -> Response {
        let dossier = try await ViewDossier(in: desk.surroundings)(of: context.customerID)
        var response = Response.json(bytes: dossier.json, status: .ok)
        response.headers[.contentDisposition] = "attachment; filename=\"tuzo.json\""
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

/// The settings of a customer.
struct SettingsPage: Screen {
    static let template = "settings"

    /// A language to read in.
    struct Choice: Sendable {
        let tag: String
        let ownName: String
        let isChosen: Bool
    }

    /// A program that the customer can leave.
    struct Program: Sendable {
        let name: String
        let balance: String
        let path: String
    }

    let frame: Frame
    let languages: [Choice]
    let programs: [Program]
    let hasPrograms: Bool
}
