import ExactJSON
import HTTPTypes

/// A call that is refused, or acknowledged and ignored, and how.
struct BadInput {
    let what: String
    let caller: String
    let method: HTTPRequest.Method
    let path: String
    let body: JSONValue?
    /// The status, the code of the rule and the field at fault; or `200 stale`.
    let answer: String

    /// Reads calls as text, with a blank line between two of them, whose words that begin with `$` stand for others:
    ///
    ///     what is wrong
    ///       caller METHOD /path {"a": "body"}
    ///       → status code field
    static func told(_ text: String, with words: [String: String]) throws -> [BadInput] {
        var text = text
        for (word, meaning) in words { text = text.replacing("$\(word)", with: meaning) }
        return try text.split(separator: "\n\n").map(BadInput.init)
    }

    private init(_ text: Substring) throws {
        let lines = text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
        let call = lines.dropFirst().dropLast().joined(separator: " ").split(separator: " ", maxSplits: 3)
        what = lines[0]
        caller = String(call[0])
        method = HTTPRequest.Method(String(call[1]))!
        path = String(call[2])
        // Not by `?:`, which would take `nil` for the JSON value null.
        if call.count > 3 { body = try JSONValue(parsing: String(call[3])) } else { body = Optional.none }
        answer = String(lines.last!.dropFirst(2))
    }
}
