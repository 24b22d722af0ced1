/// One invitation: what happened to it, and what the owner can decide.
struct ReferralPage: Screen {
    static let template = "referral"

    let frame: Frame
    let title: String
    let listPath: String
    let trouble: FormTrouble?
    let state: ReferralStanding
    let facts: [Fact]
    let events: [Event]
    let referrer: Person
    let referee: Person
    let decisionPath: String
    let once: String
    /// When the invitation had last changed as far as the page knows.
    let seen: String
    let note: LinesField
    /// Whether it waits for a decision.
    let isOpen: Bool
    /// What refusing it would do, where it does not wait for a decision and can be refused all the same.
    let refusal: String?

    struct Person: Sendable {
        let name: String
        let path: String
        let points: String
    }

    /// Something that happened.
    struct Event: Sendable {
        let what: String
        /// What was written with it, by whoever decided.
        let said: String?
        let when: String
    }
}
