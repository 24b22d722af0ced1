import ExactJSON
import Hummingbird
import Loyalty
import Operations
import Storage

/// Who invited whom, on a page and as a file.
struct ReferralListController: Controller {
    let surroundings: Surroundings
    let room: PageRoom

    var endpoints: [Endpoint] {
        [
            Endpoint(page: ReferralPath.list, "The invitations of a shop", access: .backOffice(by: .owner), show),
            Endpoint(
                page: "\(ReferralPath.list).csv", "The invitations as a file", access: .backOffice(by: .owner), export),
        ]
    }

    @Sendable private func show(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let page = try Page(of: request, keyCount: 1)
        let choice = try ReferralChoice(request.query())
        let view = ViewReferrals(in: surroundings)
        let found = try await view(
            in: context.shop, choice.filter, before: page.referralPlace(), limit: page.limit + 1)
        let wording = room.wording(for: context.visitor)
        let frame = room.backOfficeFrame(
            wording.words("referrals.title"), at: .referrals, for: context,
            notice: try request.notice(in: wording.words))
        let reader = ReferralListReader(
            context: context, wording: wording, zone: try surroundings.zones.zone(named: context.shop.timeZone),
            today: try surroundings.today(in: context.shop))
        let next = found.count > page.limit ? found[page.limit - 1].referral.id : nil
        return room.answer(
            reader.page(
                frame, Array(found.prefix(page.limit)), choice, next: next, isFirst: page.after == nil,
                figures: try await view.figures(in: context.shop),
                program: try await ViewProgram(in: surroundings).newest(in: context.shop)?.program),
            for: context.visitor)
    }

    @Sendable private func export(_ request: Request, _ context: BackOfficeContext) async throws -> Response {
        let choice = try ReferralChoice(request.query())
        return .csv(named: "referrals.csv", ViewReferrals(in: surroundings).export(in: context.shop, choice.filter))
    }
}

extension Page {
    /// Where a list of referrals was left.
    fileprivate func referralPlace() throws -> Referral.ID? {
        guard let after else { return nil }
        guard case .string(let text) = after[0] else {
            throw QueryRejection(rule: .cursorMustBeOneThatWasGiven, field: "cursor")
        }
        return try Identifier(text, field: "cursor")
    }
}

/// Which invitations are asked for, by `?state=`; what makes no sense is as good as nothing.
struct ReferralChoice: Hashable, Sendable {
    /// What there is to choose, in the order in which it is offered: all, and those that wait for the owner first.
    static let all: [ReferralChoice] =
        [nil, .state(.blocked), .state(.pending), .state(.paid), .takenBack, .state(.rejected)].map(ReferralChoice.init)

    let filter: ReferralFilter?

    init(_ filter: ReferralFilter?) { self.filter = filter }

    init(_ query: Query) throws {
        let name = try query.text("state")
        self = Self.all.first { $0.name == name } ?? ReferralChoice(nil)
    }

    /// `blocked`, `taken_back`; `nil` for all.
    var name: String? {
        switch filter {
        case nil: nil
        case .state(let state): state.rawValue
        case .takenBack: "taken_back"
        }
    }

    /// What stands behind the question mark, also for a later page; `nil` for the first page of all.
    func query(after id: Referral.ID? = nil) -> String? {
        let parts = [name.map { "state=\($0)" }, id.map { "cursor=\(Page.cursor([.string($0.text)]))" }]
        let given = parts.compactMap(\.self)
        return given.isEmpty ? nil : given.joined(separator: "&")
    }
}
