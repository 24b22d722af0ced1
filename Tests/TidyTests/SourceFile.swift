import Foundation

/// One text file of the repository, as the rules see it.
struct SourceFile: Sendable {
    /// The path from the root of the repository: `Sources/Web/Routes.swift`.
    let path: String
    /// The whole text.
    let text: String
    /// The text with comments and string literals blanked; the lines stay where they are.
    let code: String
    /// The text with everything but string literals blanked.
    let literals: String
    /// The text with comments blanked.
    let uncommented: String

    init(_ path: String, _ text: String) {
        self.path = path
        self.text = text
        let bytes = Array(text.utf8)
        let kinds = SwiftScanner.kinds(of: bytes)
        code = blanked(bytes, kinds) { $0 == .code }
        literals = blanked(bytes, kinds) { $0 == .literal }
        uncommented = blanked(bytes, kinds) { $0 != .comment }
    }

    var isSwift: Bool { path.hasSuffix(".swift") }
    var isTest: Bool { path.hasPrefix("Tests/") || path.hasPrefix("Core/Tests/") }

    /// `Routes` for `Sources/Web/Routes.swift`.
    var baseName: String { String(path.split(separator: "/").last?.split(separator: ".").first ?? "") }

    /// The module that a file under `Sources` or `Proofs` belongs to.
    var module: String? {
        let folders = path.split(separator: "/").map(String.init)
        if folders.first == "Proofs", folders.count > 2 { return folders[1] }
        guard let sources = folders.firstIndex(of: "Sources"), sources + 2 < folders.count else { return nil }
        return folders[sources + 1]
    }

    /// The modules imported, with their lines.
    func imports() throws -> [Match] {
        let kinds = "(?:(?:typealias|struct|class|enum|protocol|let|var|func) )?"
        return try matches(of: #"^ *(?:@\w+(?:\(.*\))? )*(?:\w+ )?import \#(kinds)(\w+)"#, in: \.code)
    }

    /// The lines on which a pattern begins to match, from 1.
    func lines(matching pattern: String, in view: KeyPath<SourceFile, String>) throws -> [Int] {
        try matches(of: "(\(pattern))", in: view).map(\.line)
    }

    /// What the first group of a pattern caught, with the lines it stands on.
    func matches(of pattern: String, in view: KeyPath<SourceFile, String>) throws -> [Match] {
        let text = self[keyPath: view]
        let regex = try NSRegularExpression(pattern: pattern, options: .anchorsMatchLines)
        return regex.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap { match in
            guard let range = Range(match.range(at: 1), in: text) else { return nil }
            return Match(text: String(text[range]), line: lineNumber(of: range.lowerBound, in: text))
        }
    }
}

/// A piece of a file and the line it begins on, from 1.
struct Match {
    let text: String
    let line: Int
}

private func blanked(
    _ bytes: [UInt8], _ kinds: [SwiftScanner.Kind], except isKept: (SwiftScanner.Kind) -> Bool
) -> String {
    let newline = UInt8(ascii: "\n")
    let kept = zip(bytes, kinds).map { byte, kind in byte == newline || isKept(kind) ? byte : UInt8(ascii: " ") }
    return String(decoding: kept, as: UTF8.self)
}

private func lineNumber(of index: String.Index, in text: String) -> Int {
    1 + text.utf8[..<index].count { $0 == UInt8(ascii: "\n") }
}
