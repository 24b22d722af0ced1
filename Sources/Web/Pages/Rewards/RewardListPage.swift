/// The rewards of a shop.
struct RewardListPage: Screen {
    static let template = "reward_list"

    let frame: Frame
    /// Which state is looked at; empty for all.
    let chosen: String
    let newPath: String
    let exportPath: String
    /// The states to look at, with how many rewards are in each.
    let filters: [PageLink]
    let rows: [Row]
    /// Whether there are rewards in any state.
    let hasAny: Bool
    let allPath: String
    let previousPath: String?
    let nextPath: String?

    struct Row: Sendable {
        let path: String
        let name: String
        /// What it gives, and for whom.
        let benefit: String
        let state: String
        let tone: String
        /// Since when, or until when; `nil` where there is nothing to say.
        let when: String?
        let cost: String
        let left: String
        let isLow: Bool
        let given: String
        let recent: String
        /// Where it is put on the shelf, or taken off.
        let shelfPath: String
        /// Whether the button takes it off.
        let isOn: Bool
        let once: String
    }
}
