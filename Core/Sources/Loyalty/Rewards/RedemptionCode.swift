/// The code that a redemption is used with: 13 symbols of Crockford's base 32 (65 random bits) and a check symbol.
///
/// It is shown in groups; upper and lower case, hyphens, blanks and the letters that look like digits (O, I, L) do not
/// matter when it is typed.
public struct RedemptionCode: Hashable, Sendable {
    /// The 14 symbols in upper case, without separators: what is hashed.
    public let symbols: String

    /// - Parameter random: 65 bits of it are used.
    public init(random: UInt128) {
        let number = random & ((1 << bitCount) - 1)
        var digits: [Character] = []
        for place in 0..<symbolCount { digits.append(alphabet[Int(number >> (5 * place) & 31)]) }
        symbols = String(digits.reversed()) + String(checkAlphabet[Int(number % 37)])
    }

    /// Reads a code as it was typed or scanned.
    /// - Throws: ``CodeRejection``: one that is mistyped is told apart from one that does not exist.
    public init(typed text: some StringProtocol) throws(CodeRejection) {
        let cleaned = text.uppercased().filter { $0 != "-" && $0 != " " }
        guard cleaned.count == symbolCount + 1, let check = cleaned.last else { throw .codeMustHave14Symbols }
        var number: UInt128 = 0
        var read = ""
        for character in cleaned.dropLast() {
            guard let value = value(of: character) else { throw .codeMustHave14Symbols }
            number = number << 5 | UInt128(value)
            read.append(alphabet[value])
        }
        guard value(ofCheck: check) == Int(number % 37) else { throw .codeMustNotBeMistyped }
        symbols = read + String(checkAlphabet[Int(number % 37)])
    }

    /// In groups for people: `7KD3M-9QX2A-VB4R`.
    public var grouped: String {
        let characters = Array(symbols)
        return [characters[0..<5], characters[5..<10], characters[10..<14]].map { String($0) }.joined(separator: "-")
    }
}

/// Why a text is no code.
public enum CodeRejection: String, ListedRejection, CaseIterable {
    case codeMustHave14Symbols
    /// The check symbol does not fit: a typing error, not a guess.
    case codeMustNotBeMistyped

    public var field: String? { "code" }

    public var sentence: String {
        switch self {
        case .codeMustHave14Symbols: "A code has 14 symbols, such as 7KD3M-9QX2A-VB4R."
        case .codeMustNotBeMistyped: "The code is mistyped: its last symbol does not fit the others. Please check it."
        }
    }
}

private let bitCount = 65
private let symbolCount = 13
private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
private let checkAlphabet = alphabet + Array("*~$=U")

private func value(of character: Character) -> Int? {
    switch character {
    case "O": 0
    case "I", "L": 1
    default: alphabet.firstIndex(of: character)
    }
}

private func value(ofCheck character: Character) -> Int? {
    value(of: character) ?? checkAlphabet.firstIndex(of: character)
}
