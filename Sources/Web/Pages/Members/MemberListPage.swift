import Loyalty
import Operations
import Storage

/// The members of a shop.
struct MemberListPage: Screen {
    static let template = "member_list"

    let frame: Frame
    let action: String
    /// The shop, for the form, where the visitor has several.
    let shop: String?
    let search: String
    let tiers: [Option]
    let standings: [Option]
    let orders: [Option]
    let rows: [Row]
    /// Whether anything was asked for that kept members out.
    let isFiltered: Bool
    let allPath: String
    let nextPath: String?
    let firstPath: String?
    /// `nil` for staff.
    let exportPath: String?

    struct Row: Sendable {
        let path: String
        let name: String
        /// The address, or the id of somebody whose address is not known.
        let contact: String
        /// The day of leaving stands in its place for whoever left.
        let tier: String?
        let balance: String
        let isInDebt: Bool
        let earned: String
        let spent: String
        let lastSeen: String
    }
}

/// Puts a list of members into words.
struct MemberListReader {
    private let choice: MemberChoice
    private let context: BackOfficeContext
    private let wording: Wording
    private let ladder: TierLadder?
    private let today: Day
    private var words: Catalogue { wording.words }
    private var path: String { BackOfficePlace.members.path }

    init(_ choice: MemberChoice, _ context: BackOfficeContext, _ wording: Wording, ladder: TierLadder?, today: Day) {
        self.choice = choice
        self.context = context
        self.wording = wording
        self.ladder = ladder
        self.today = today
    }

    func page(
        _ frame: Frame, _ rows: [ListMembers.Listed], next: MemberPlace?, isFirst: Bool, calendar: any ShopCalendar
    ) -> MemberListPage {
        let filter = choice.filter
        let all = [option("", words("members.tier.all"), chosen: filter.tierKey ?? "")]
        return MemberListPage(
            frame: frame, action: path, shop: context.workplaces.count > 1 ? context.shop.id.text : nil,
            search: filter.search ?? "",
            tiers: all + (ladder?.tiers ?? []).map { option($0.key, $0.name, chosen: filter.tierKey ?? "") },
            standings: ["", "debt"].map {
                option($0, words("members.standing.\($0.isEmpty ? "all" : $0)"), chosen: filter.isInDebt ? "debt" : "")
            },
            orders: MemberOrder.allCases.map {
                option($0.rawValue, words("members.sort.\($0.rawValue)"), chosen: filter.order.rawValue)
            },
            rows: rows.map { row($0, calendar) },
            isFiltered: filter.search != nil || filter.tierKey != nil || filter.isInDebt, allPath: context.path(path),
            nextPath: next.map { context.path(path, choice.query(after: $0)) },
            firstPath: isFirst ? nil : context.path(path, choice.query()),
            exportPath: context.isOwner ? context.path("\(path).csv", choice.query()) : nil)
    }

    private func option(_ value: String, _ label: String, chosen: String) -> Option {
        Option(value: value, label: label, isChosen: value == chosen)
    }

    private func row(_ listed: ListMembers.Listed, _ calendar: any ShopCalendar) -> MemberListPage.Row {
        let (view, member) = (listed.view, listed.view.member)
        let left = member.leftAt.map { words("members.left", ["day": wording.day(calendar.day(of: $0))]) }
        return MemberListPage.Row(
            path: context.memberPath(member.customerID), name: view.displayName,
            contact: view.email ?? member.customerID.text, tier: left ?? view.tier?.name,
            balance: wording.number(member.balance.count), isInDebt: member.balance < .zero,
            earned: wording.number(member.earned.count), spent: wording.money(listed.spent),
            lastSeen: wording.past(calendar.day(of: member.lastActivityAt), from: today))
    }
}
