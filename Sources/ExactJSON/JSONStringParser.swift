extension JSONParser {
    /// Reads a text between quotes: finds its end first, so that the usual text without escapes is copied only once.
    mutating func string() throws(JSONRejection) -> String {
        try take(ASCII.quote)
        let start = index
        var hasEscapes = false
        while index < bytes.count, bytes[index] != ASCII.quote {
            guard bytes[index] >= ASCII.space else { throw JSONRejection(.bodyMustBeJson, at: index) }
            let isEscape = bytes[index] == ASCII.backslash
            hasEscapes = hasEscapes || isEscape
            index += isEscape ? 2 : 1
        }
        guard index < bytes.count else { throw JSONRejection(.bodyMustBeComplete, at: bytes.count) }
        let content = bytes[start..<index]
        index += 1
        let plain = hasEscapes ? try unescaped(content)[...] : content
        guard let text = String(validating: plain, as: UTF8.self) else {
            throw JSONRejection(.bodyMustBeUtf8, at: start)
        }
        return text
    }

    private func unescaped(_ content: ArraySlice<UInt8>) throws(JSONRejection) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        var rest = content
        while let byte = rest.popFirst() {
            if byte != ASCII.backslash {
                result.append(byte)
            } else if rest.first == UInt8(ascii: "u") {
                result.append(contentsOf: try character(from: &rest).utf8)
            } else {
                result.append(try shortEscape(from: &rest))
            }
        }
        return result
    }

    private func shortEscape(from rest: inout ArraySlice<UInt8>) throws(JSONRejection) -> UInt8 {
        let start = rest.startIndex - 1
        return switch rest.popFirst() {
        case ASCII.quote: ASCII.quote
        case ASCII.backslash: ASCII.backslash
        case UInt8(ascii: "/"): UInt8(ascii: "/")
        case UInt8(ascii: "n"): ASCII.lineFeed
        case UInt8(ascii: "r"): ASCII.carriageReturn
        case UInt8(ascii: "t"): ASCII.tab
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        default: throw JSONRejection(.bodyMustBeJson, at: start)
        }
    }

    /// Reads `u00e9`, or the two escapes in a row that UTF-16 needs beyond the first 65,536 characters.
    private func character(from rest: inout ArraySlice<UInt8>) throws(JSONRejection) -> String {
        let start = rest.startIndex - 1
        guard let first = codeUnit(from: &rest) else { throw JSONRejection(.bodyMustBeJson, at: start) }
        if let character = String(validating: [first], as: UTF16.self) { return character }
        guard rest.popFirst() == ASCII.backslash, let second = codeUnit(from: &rest),
            let character = String(validating: [first, second], as: UTF16.self)
        else { throw JSONRejection(.surrogatesMustBePaired, at: start) }
        return character
    }

    /// Reads `u00e9`; `nil` for anything else.
    private func codeUnit(from rest: inout ArraySlice<UInt8>) -> UInt16? {
        let digits = rest.dropFirst().prefix(4)
        guard rest.first == UInt8(ascii: "u"), digits.count == 4 else { return nil }
        rest = rest.dropFirst(5)
        var unit: UInt16 = 0
        for byte in digits {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
