/// One of several values to choose from in a list.
struct Option: Sendable {
    /// What the form sends.
    let value: String
    let label: String
    let isChosen: Bool
}
