/// A text as a cell of CSV: quoted, and never the beginning of a formula.
func csvText(_ text: String) -> String {
    let isHarmless = text.utf8.first.map { !formulaStarts.contains($0) } ?? true
    // Byte by byte, because a quote with an accent upon it is another character, and yet the same in CSV.
    let doubled = text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return "\"\(isHarmless ? "" : "'")\(String(decoding: doubled, as: UTF8.self))\""
}

private let quote = UInt8(ascii: "\"")
private let formulaStarts = Set("=+-@\t\n\r'".utf8)
