import Foundation

/// What a name or a value of a form or a query means: `a+b%21` is `a b!`.
/// - Returns: `nil` for broken escapes.
func formDecoded(_ text: Substring) -> String? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "%") }) else { return String(text) }
    return text.replacing("+", with: " ").removingPercentEncoding
}
