/// Tells the code of a Swift file from its comments and its string literals, byte by byte.
///
/// It knows line and nested block comments, literals with `"`, `"""` and `#`, and the code inside an interpolation.
/// Names in backticks count as comments: a test's name is prose.
struct SwiftScanner {
    enum Kind { case code, comment, literal }

    private let bytes: [UInt8]
    private var kinds: [Kind]
    private var next = 0

    /// The kind of every byte of the text.
    static func kinds(of bytes: [UInt8]) -> [Kind] {
        var scanner = SwiftScanner(bytes)
        while scanner.next < bytes.count { scanner.readCode(inInterpolation: false) }
        return scanner.kinds
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        kinds = Array(repeating: .code, count: bytes.count)
    }

    /// Reads to the end of the text or, in an interpolation, behind the parenthesis that closes it.
    private mutating func readCode(inInterpolation: Bool) {
        var depth = 0
        while next < bytes.count {
            if isAt("//") {
                take(.comment) { $0.isAt("\n") }
            } else if isAt("/*") {
                readBlockComment()
            } else if isAt("`") {
                take(1, as: .comment)
                take(.comment) { $0.isAt("`") || $0.isAt("\n") }
                take(1, as: .comment)
            } else if let hashCount = hashCountOfLiteral() {
                readLiteral(hashCount: hashCount)
            } else {
                if isAt("(") { depth += 1 }
                if isAt(")") { depth -= 1 }
                let isEnd = inInterpolation && depth < 0
                take(1, as: isEnd ? .literal : .code)
                if isEnd { return }
            }
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            let step = isAt("/*") ? 1 : isAt("*/") ? -1 : 0
            depth += step
            take(step == 0 ? 1 : 2, as: .comment)
        } while depth > 0 && next < bytes.count
    }

    private mutating func readLiteral(hashCount: Int) {
        let hashes = String(repeating: "#", count: hashCount)
        take(hashCount, as: .literal)
        let quote = isAt("\"\"\"") ? "\"\"\"" : "\""
        take(quote.utf8.count, as: .literal)
        while next < bytes.count, !isAt(quote + hashes) {
            if isAt("\\" + hashes + "(") {
                take(hashCount + 2, as: .literal)
                readCode(inInterpolation: true)
            } else if isAt("\\" + hashes) {
                take(hashCount + 2, as: .literal)
            } else if isAt("\n"), quote == "\"" {
                return
            } else {
                take(1, as: .literal)
            }
        }
        take(quote.utf8.count + hashCount, as: .literal)
    }

    private func hashCountOfLiteral() -> Int? {
        let hashes = bytes[next...].prefix { $0 == UInt8(ascii: "#") }
        return bytes[hashes.endIndex...].first == UInt8(ascii: "\"") ? hashes.count : nil
    }

    private func isAt(_ text: String) -> Bool { bytes[next...].starts(with: text.utf8) }

    private mutating func take(_ kind: Kind, until isEnd: (SwiftScanner) -> Bool) {
        while next < bytes.count, !isEnd(self) { take(1, as: kind) }
    }

    private mutating func take(_ count: Int, as kind: Kind) {
        let end = min(next + count, bytes.count)
        while next < end {
            kinds[next] = kind
            next += 1
        }
    }
}
