import Loyalty
import Testing

/// Something written past the operations, and what an audit says of it.
struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let history: TownHistory
    let statements: [String]
    let rule: AuditRule
    /// How the line of the finding begins.
    let line: String

    static let all = ledger + shop + friends

    /// Reads tamperings as text, with a blank line between two of them:
    ///
    ///     what it is: the rule that is broken
    ///       UPDATE … OF mia AND sequence = 1;
    ///       UPDATE …
    ///       → the line that tells it
    ///
    /// `OF mia` stands for her rows at the bakery.
    static func told(in history: TownHistory, _ text: String) -> [Tampering] {
        text.split(separator: "\n\n").map { Tampering(in: history, $0) }
    }

    private init(in history: TownHistory, _ text: Substring) {
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
        let head = lines[0].split(separator: ": ")
        let statements = lines.dropFirst().dropLast().joined(separator: " ")
            .replacing(/OF ([a-z]+)/) { "WHERE shop_id = 'bakery' AND customer_id = '\($0.1)'" }
        testDescription = String(head[0])
        self.history = history
        self.statements = statements.split(separator: "; ").map(String.init)
        rule = AuditRule(rawValue: String(head[1]))!
        line = String(lines.last!.dropFirst(2))
    }
}
