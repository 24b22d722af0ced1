/// The invitations of a shop.
struct ReferralListPage: Screen {
    static let template = "referral_list"

    let frame: Frame
    let figures: [Figure]
    /// What invitations pay, in a sentence; or that they pay nothing.
    let terms: String
    let termsPath: String
    let filters: [PageLink]
    let rows: [Row]
    /// Whether there are invitations in any state.
    let hasAny: Bool
    let allPath: String
    let nextPath: String?
    let firstPath: String?
    let exportPath: String

    /// A number, and what it means.
    struct Figure: Sendable {
        let label: String
        let value: String
        let note: String
        /// Where one sees what it counts; `nil` where that is no list.
        let path: String?
    }

    struct Row: Sendable {
        let path: String
        let referee: String
        let referrer: String
        let referrerPath: String
        let when: String
        let state: ReferralStanding
        let order: String
        let points: String
    }
}
