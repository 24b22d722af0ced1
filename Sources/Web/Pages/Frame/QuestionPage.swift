/// Asks before something is done, and names what will happen.
struct QuestionPage: Screen {
    static let template = "question"

    let frame: Frame
    let heading: String
    let sentence: String
    let action: String
    /// What the button says that does it; empty where it cannot be done.
    let yes: String
    let no: String
    let back: String
    let once: String
    let fault: String?
    let isHarmful: Bool
}
