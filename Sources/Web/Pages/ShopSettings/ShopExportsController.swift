import Hummingbird
import Loyalty
import Operations

/// What owners take home of their shop, as files.
struct ShopExportsController: Controller {
    let desk: ShopSettingsDesk

    private var path: String { ShopSettingsTab.exports.path }

    var endpoints: [Endpoint] {
        [
            Endpoint(page: path, "What can be taken home", access: .backOffice(by: .owner), show),
            Endpoint(page: "\(path)/entries.csv", "All entries of a shop", access: .backOffice(by: .owner), entries),
            Endpoint(
                page: "\(path)/redemptions.csv", "All redemptions of a shop", access: .backOffice(by: .owner),
                redemptions),
        ]
    }

    /// The page; where it names a file and its days, it leads to the file, unless the days make no sense.
    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let query = try request.query()
        let choice = ExportChoice(
            file: try query.text("file").flatMap(ExportFile.init), from: try query.text("from") ?? "",
            until: try query.text("until") ?? "")
        guard let file = choice.file else { return answer(choice, context) }
        do {
            _ = try ExportDays(query)
            return .redirect(to: context.path("\(path)/\(file.rawValue).csv", choice.query))
        } catch let rejection as any Rejection {
            return answer(choice, context, refusal: rejection)
        }
    }

    @Sendable private func entries(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let days = try ExportDays(request.query())
        return .csv(named: "entries.csv", ExportEntries(in: desk.surroundings)(in: context.shop, days))
    }

    @Sendable private func redemptions(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let days = try ExportDays(request.query())
        return .csv(named: "redemptions.csv", try ExportRedemptions(in: desk.surroundings)(in: context.shop, days))
    }

    private func answer(
        _ choice: ExportChoice, _ context: BackOfficeContext, refusal: (any Rejection)? = nil
    ) -> Response {
        let page = ShopExportsPage(
            choice, desk.shell(.exports, for: context), context, desk.room.wording(for: context.visitor),
            fault: refusal.map { desk.room.fault(of: $0, for: context.visitor) })
        return desk.room.answer(page, for: context.visitor, status: refusal.map { Problem($0).status } ?? .ok)
    }
}

/// A file that has days.
enum ExportFile: String, CaseIterable {
    case entries
    case redemptions
}

/// Which file of which days is asked for, as it was typed.
struct ExportChoice {
    let file: ExportFile?
    let from: String
    let until: String

    var query: String? {
        let parts = [("from", from), ("until", until)].filter { !$0.1.isEmpty }.map { "\($0.0)=\(pathPart($0.1))" }
        return parts.isEmpty ? nil : parts.joined(separator: "&")
    }
}

/// What can be taken home.
struct ShopExportsPage: Screen {
    static let template = "shop_exports"

    let frame: Frame
    let tabs: [PageLink]
    let action: String
    let shop: String?
    let files: [File]
    let wholes: [Whole]

    /// A file that has no days.
    struct Whole: Sendable {
        let name: String
        let title: String
        let lead: String
        let path: String
    }

    /// A file with the form for its days.
    struct File: Sendable {
        let name: String
        let title: String
        let lead: String
        let fromName: String
        let untilName: String
        let from: String
        let until: String
        let fault: String?
        let faultName: String
    }
}

extension ShopExportsPage {
    init(
        _ choice: ExportChoice, _ shell: (frame: Frame, tabs: [PageLink]), _ context: BackOfficeContext,
        _ wording: Wording, fault: FormFault?
    ) {
        (frame, tabs) = shell
        action = ShopSettingsTab.exports.path
        shop = context.namedShop
        wholes = [
            ("members", BackOfficePlace.members.path), ("rewards", BackOfficePlace.rewards.path),
            ("referrals", BackOfficePlace.referrals.path), ("acts", ShopSettingsTab.acts.path),
        ].map { name, path in
            Whole(
                name: name, title: wording.words("exports.\(name)"), lead: wording.words("exports.\(name).lead"),
                path: context.path("\(path).csv"))
        }
        files = ExportFile.allCases.map { file in
            let isMeant = file == choice.file
            return File(
                name: file.rawValue, title: wording.words("exports.\(file.rawValue)"),
                lead: wording.words("exports.\(file.rawValue).lead"), fromName: "\(file.rawValue)-from",
                untilName: "\(file.rawValue)-until", from: isMeant ? choice.from : "",
                until: isMeant ? choice.until : "", fault: isMeant ? fault?.sentence : nil,
                faultName: "\(file.rawValue)-fault")
        }
    }
}
