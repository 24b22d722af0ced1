/// The SQL of a statement, as it stands in the source: literals, and the places of parameters between them.
///
/// Making one takes no look at the characters. A literal never moves, so the same statement in the source is always
/// made of the same addresses, and by these engines find what they prepared for it; the text is only put together to
/// be prepared.
public struct SQLText: Hashable, Sendable {
    /// The addresses of literals, with ``parameter`` for each value and ``shop`` for each that names a shop.
    private var parts: [UInt] = []
    private var digest: UInt = 0
    /// Text that was made at run time; it stands alone.
    private var written: String?

    init(reserving partCount: Int) { parts.reserveCapacity(partCount) }

    init(_ literal: StaticString) { append(literal) }

    init(written text: String) { written = text }

    mutating func append(_ literal: StaticString) { append(UInt(bitPattern: literal.utf8Start)) }

    mutating func appendParameter() { append(parameter) }

    mutating func appendShop() { append(shop) }

    /// The SQL with its parameters numbered: `?1`, `?2`, …
    public var sql: String { sql(numberedWith: "?") }

    /// The SQL with its parameters numbered after a sign: `$1`, `$2`, …
    public func sql(numberedWith sign: String) -> String {
        if let written { return written }
        var number = 0
        return parts.map { part in
            if part != shop, let literal = UnsafePointer<CChar>(bitPattern: part) { return String(cString: literal) }
            number += 1
            return "\(sign)\(number)"
        }
        .joined()
    }

    /// Which of the values name shops; the first value is 0.
    public var shopPlaces: [Int] {
        let kinds = parts.filter { $0 == parameter || $0 == shop }
        return kinds.indices.filter { kinds[$0] == shop }
    }

    /// Whether it was put together at run time, so that it will hardly come again.
    public var isWritten: Bool { written != nil }

    /// Only by the digest, which has seen all parts.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(digest)
        hasher.combine(written)
    }

    private mutating func append(_ part: UInt) {
        parts.append(part)
        digest = (digest ^ part) &* spread
    }
}

/// No literal is there.
private let parameter: UInt = 0
private let shop: UInt = 1
/// An odd number with its bits all over it (2⁶⁴ divided by the golden ratio).
private let spread: UInt = 0x9E37_79B9_7F4A_7C15
