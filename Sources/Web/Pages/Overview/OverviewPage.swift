/// The overview of a shop.
struct OverviewPage: Screen {
    static let template = "overview"

    let frame: Frame
    let periods: [PageLink]
    /// What is still to be done before the shop can begin; `nil` where all is, and for staff, who cannot do it.
    let beginnings: Beginnings?
    let figures: [Figure]
    let outstanding: String
    let points: Chart
    let tiers: Chart
    let orders: [PageLink]
    let top: [TopMember]
    /// How the top was found, where it is not told by the order alone.
    let topNote: String?
    let concerns: [Concern]
    let feed: [FeedRow]
    /// Where the page hears that something happened.
    let activityPath: String
    let signInPath: String

    struct Beginnings: Sendable {
        let progress: String
        let steps: [Step]
    }

    struct Step: Sendable {
        let label: String
        let help: String
        let path: String
        let isDone: Bool
    }

    /// A number, how it changed, and why it matters.
    struct Figure: Sendable {
        let label: String
        let value: String
        let change: String
        /// The class of the change: `good` where it went up.
        let tone: String
        let meaning: String
    }

    struct TopMember: Sendable {
        let path: String
        let name: String
        let tier: String
        let earned: String
        let spending: String
    }

    /// Something that waits for the owner.
    struct Concern: Sendable {
        let sentence: String
        /// Where to do something about it; `nil` for who cannot.
        let path: String?
        let tone: String
        /// `warn` or `bad` in a word.
        let mark: String
    }

    /// Somebody who was active, and what happened to their points last.
    struct FeedRow: Sendable {
        /// Tells rows apart, so that new ones can be seen as new.
        let key: String
        let path: String
        let name: String
        let what: String
        let points: String
        let isDebit: Bool
        let when: String
    }
}
