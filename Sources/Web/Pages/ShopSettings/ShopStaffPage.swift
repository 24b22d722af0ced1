import Loyalty
import Operations
import Storage

/// Who works in a shop, and a form to take somebody on.
struct ShopStaffPage: Screen {
    static let template = "shop_staff"

    let frame: Frame
    let tabs: [PageLink]
    let action: String
    let once: String
    let who: Field
    let rows: [Row]
    let hasMatches: Bool
    let matches: [Match]
    /// Asks whether an id is meant that is no member's; `nil` mostly.
    let question: String?
    let unknown: String?

    struct Row: Sendable {
        let name: String
        /// The platform's id, where the name is not that already.
        let id: String?
        let isOwner: Bool
        let since: String?
        let by: String?
        let removePath: String?
    }

    struct Match: Sendable {
        let id: String
        let name: String
        let contact: String
    }
}

extension ShopStaffPage {
    init(
        _ staff: ViewStaff.Staff, _ form: ShopStaffForm, _ shell: (frame: Frame, tabs: [PageLink]),
        _ context: BackOfficeContext, _ wording: Wording, zone: Zone, fault: FormFault?, once: String
    ) {
        let (words, path) = (wording.words, ShopSettingsTab.staff.path)
        (frame, tabs) = shell
        action = context.path(path)
        self.once = once
        who = FormKit(words: words, area: "shop_staff", fault: fault).field("who", form.typed)
        let owner = context.shop.ownerID.text
        let first = Row(
            name: staff.names[owner] ?? owner, id: staff.names[owner] == nil ? nil : owner, isOwner: true, since: nil,
            by: nil, removePath: nil)
        rows =
            [first]
            + staff.members.map { member in
                let id = member.customerID.text
                return Row(
                    name: staff.names[id] ?? id, id: staff.names[id] == nil ? nil : id, isOwner: false,
                    since: wording.moment(member.addedAt, in: zone),
                    by: wording.actor(member.addedBy, named: staff.names),
                    removePath: context.path("\(path)/\(pathPart(id))/removal"))
            }
        hasMatches = !form.matches.isEmpty
        matches = form.matches.map { view in
            Match(
                id: view.member.customerID.text, name: view.displayName,
                contact: view.email ?? view.member.customerID.text)
        }
        unknown = form.unknown?.text
        question = form.unknown.map { words("shop_staff.unknown", ["id": $0.text]) }
    }
}
