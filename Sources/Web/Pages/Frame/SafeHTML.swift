import Mustache

/// Escapes what is shown in a page, byte by byte.
///
/// The library's own escaping goes by what people see as one character, and so passes over a quotation mark that an
/// accent follows: such a mark would end an attribute.
struct SafeHTML: MustacheContentType {
    /// What a template must begin with for its values to be escaped so.
    static let pragma = "{{% CONTENT_TYPE: SAFE_HTML }}"

    static func register() { MustacheContentTypes.register(SafeHTML(), named: "SAFE_HTML") }

    func escapeText(_ text: String) -> String { escapedHTML(text) }
}

/// A text as it may stand between tags and in quoted attributes.
func escapedHTML(_ text: String) -> String {
    guard text.utf8.contains(where: { replacement(for: $0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
        if let replacement = replacement(for: byte) {
            escaped.append(contentsOf: replacement.utf8)
        } else {
            escaped.append(byte)
        }
    }
    return String(decoding: escaped, as: UTF8.self)
}

private func replacement(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
}
