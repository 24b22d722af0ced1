/// One rule of how the code reads, with samples that show that it bites.
struct Rule: Sendable {
    let name: String
    /// What the rule is for, or what to do instead.
    let why: String
    let scope: Scope
    /// The lines that break the rule, from 1.
    let broken: @Sendable (SourceFile) throws -> [Int]
    /// Files that break it.
    let bad: [SourceFile]
    /// Files that keep it, and look much like the bad ones.
    let good: [SourceFile]

    static let all = limits + bans + arrows + names

    func violations(in file: SourceFile) throws -> [Violation] {
        guard scope.covers(file) else { return [] }
        return try broken(file).map { Violation(path: file.path, line: $0, rule: self) }
    }
}

/// A place where a rule is broken.
struct Violation: CustomStringConvertible {
    let path: String
    let line: Int
    let rule: Rule

    var description: String { "\(path):\(line) \(rule.name): \(rule.why)" }
}
