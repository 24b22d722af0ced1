/// A command cannot do what it was told.
struct CommandFailure: Error {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
