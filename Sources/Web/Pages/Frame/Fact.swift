/// A figure or a text, with what it is.
struct Fact: Sendable {
    let label: String
    let value: String
}
