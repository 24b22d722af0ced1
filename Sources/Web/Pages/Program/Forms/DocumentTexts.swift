import ExactJSON
import Loyalty

/// A value of a document as a form shows it: numbers in plain decimals, nothing for what is absent.
/// - Parameter name: The way to it: `expiry.days`.
func shownText(of document: JSONValue, at name: String) -> String {
    let value = name.split(separator: ".").reduce(JSONValue?.some(document)) { $0?[String($1)] }
    return value.map(text) ?? ""
}

func elements(of value: JSONValue?) -> [JSONValue] {
    guard case .array(let elements) = value else { return [] }
    return elements
}

func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.description
    case .null, .bool, .array, .object: ""
    }
}

extension JSONObject {
    /// Puts a value where the keys lead, through objects that are made as they are needed.
    mutating func set(_ way: ArraySlice<Substring>, to value: JSONValue) {
        guard let first = way.first.map(String.init) else { return }
        guard way.count > 1 else {
            self[first] = value
            return
        }
        var inner = JSONObject()
        if case .object(let held) = self[first] { inner = held }
        inner.set(way.dropFirst(), to: value)
        self[first] = .object(inner)
    }
}
