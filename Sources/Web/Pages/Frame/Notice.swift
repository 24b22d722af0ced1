import Hummingbird

extension Request {
    /// What was just done, in a sentence: a page that a form leads to has `?done=` with the key of it.
    func notice(in words: Catalogue) throws -> String? {
        try query().text("done").flatMap { words.text("done.\($0)") }
    }
}
