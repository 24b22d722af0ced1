import Loyalty
import Operations
import Storage

/// Who changed what in a shop, newest first.
struct ShopActsPage: Screen {
    static let template = "shop_acts"

    let frame: Frame
    let tabs: [PageLink]
    let action: String
    /// The shop, for the form, where the visitor has several.
    let shop: String?
    let people: [Option]
    let kinds: [Option]
    let hasRows: Bool
    let rows: [Row]
    let isFiltered: Bool
    let allPath: String
    let csvPath: String
    let newestPath: String?
    let olderPath: String?

    struct Row: Sendable {
        let what: String
        let who: String
        let when: String
        let moment: String
        /// What it was done to, and where that is shown; `nil` where there is no page of it.
        let subject: String
        let link: String?
        /// Whether what changed is told at once, or unfolded first.
        let isBrief: Bool
        let isLong: Bool
        let changes: [ChangeLine]
    }
}

extension ShopActsPage {
    init(
        _ rows: [Row], _ choice: ActChoice, actors: [String], actions: [String],
        _ shell: (frame: Frame, tabs: [PageLink]), _ words: ActWording,
        older: Identifier<AuditLogStore.Act>?, isLater: Bool
    ) {
        let (path, context) = (ShopSettingsTab.acts.path, words.context)
        (frame, tabs) = shell
        action = path
        shop = context.namedShop
        people = options(actors, chosen: choice.person, words.wording.words("acts.person.all"), said: words.who)
        kinds = options(actions, chosen: choice.kind, words.wording.words("acts.kind.all"), said: words.what)
        hasRows = !rows.isEmpty
        self.rows = rows
        isFiltered = choice.person != nil || choice.kind != nil
        allPath = context.path(path)
        csvPath = context.path("\(path).csv", choice.query())
        newestPath = isLater ? context.path(path, choice.query()) : nil
        olderPath = older.map { context.path(path, choice.query(before: $0)) }
    }
}

/// What there is to choose from; also what was chosen and is not there, so that the form says what the list shows.
private func options(
    _ values: [String], chosen: String?, _ all: String, said: (String) -> String
) -> [Option] {
    let known = values + [chosen].compactMap(\.self).filter { !values.contains($0) }
    return [Option(value: "", label: all, isChosen: chosen == nil)]
        + known.map { Option(value: $0, label: said($0), isChosen: $0 == chosen) }
}
