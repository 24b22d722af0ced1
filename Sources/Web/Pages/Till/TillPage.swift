import Loyalty
import Operations

/// The till: a field for everything, what came of it, and what was redeemed last.
struct TillPage: Screen {
    static let template = "till"

    let frame: Frame
    let field: TillField
    let verdict: Verdict?
    /// Why something was not done just now.
    let fault: String?
    /// Whether there are members with what was typed.
    let hasMatches: Bool
    let matches: [Match]
    let list: TillList

    /// A member whom the words that were typed may mean.
    struct Match: Sendable {
        let path: String
        let name: String
        let email: String?
        let tier: String?
        let balance: String

        init(_ view: MemberView, _ wording: Wording, for context: BackOfficeContext) {
            path = context.path(TillPath.member(view.member.customerID))
            name = view.displayName
            email = view.email
            tier = view.tier?.name
            balance = wording.points(view.member.balance)
        }
    }
}

/// The field that codes are typed into, and members are looked for with.
struct TillField: Sendable {
    let tillPath: String
    let shop: String?
    let find: String
    /// Whether the field is where the next thing will be typed.
    let isFirst: Bool

    init(for context: BackOfficeContext, find: String = "", isFirst: Bool = true) {
        tillPath = TillPath.home
        shop = context.namedShop
        self.find = find
        self.isFirst = isFirst
    }
}

/// Redemptions of the shop, newest first.
struct TillList: Sendable {
    let filters: [PageLink]
    let hasRows: Bool
    let rows: [Row]
    /// The next page of older ones.
    let older: String?
    /// Back to the newest ones, where these are older.
    let newest: String?

    struct Row: Sendable {
        let path: String
        let when: String
        let reward: String
        let person: String
        let state: String
        let mark: String

        init(_ details: RedemptionDetails, _ clock: ShopClock, for context: BackOfficeContext) {
            path = context.path(TillPath.redemption(details.redemption.id))
            when = clock.moment(details.redemption.issuedAt)
            reward = details.reward.name
            person = firstName(details.customerName, details.redemption.customerID)
            state = clock.words("till.state.\(details.status.rawValue)")
            mark = marks[details.status] ?? ""
        }
    }

    /// - Parameters:
    ///   - found: Up to one more than a page has.
    ///   - status: Which ones are shown; `nil` for all.
    init(
        _ found: [RedemptionDetails], as status: Redemption.Status?, isLater: Bool, _ clock: ShopClock,
        for context: BackOfficeContext
    ) {
        let choices: [Redemption.Status?] = [nil] + Redemption.Status.allCases
        filters = choices.map { choice in
            PageLink(
                path: context.path(TillPath.home, choice.map { "status=\($0.rawValue)" }),
                label: clock.words("till.filter.\(choice?.rawValue ?? "all")"), isHere: choice == status)
        }
        let shown = found.prefix(TillList.rowsMax)
        rows = shown.map { Row($0, clock, for: context) }
        hasRows = !rows.isEmpty
        let query = status.map { "status=\($0.rawValue)&" } ?? ""
        older =
            found.count > TillList.rowsMax
            ? shown.last.map { context.path(TillPath.home, "\(query)before=\(pathPart($0.redemption.id.text))") } : nil
        newest = isLater ? context.path(TillPath.home, status.map { "status=\($0.rawValue)" }) : nil
    }

    static let rowsMax = 20
}

private let marks: [Redemption.Status: String] = [.pending: "good", .expired: "warn", .cancelled: "bad"]
