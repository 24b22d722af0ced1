import Model

/// How often what came of which steps. Histories that no longer come to a rule prove nothing of it.
struct Census: Sendable, CustomStringConvertible {
    private var counts: [String: Int] = [:]

    mutating func add(_ event: Event, _ answer: Answer) {
        let words = answer.rejection.map { [$0] } ?? answer.word.split(separator: " ").map(String.init)
        let key = [event.verb] + words.filter { $0.allSatisfy { $0.isLetter || $0 == "_" } && $0 != "birthdays" }
        if event.verb == "upkeep", words.first != "0" { counts["birthday", default: 0] += 1 }
        counts[key.joined(separator: " "), default: 0] += 1
    }

    mutating func add(_ other: Census) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// What should have come, and never did.
    var missing: [String] { Census.expected.filter { counts[$0] == nil } }

    var description: String {
        counts.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)" }.joined(separator: "\n")
    }
}

extension Census {
    private static let expected: [String] = []
}
