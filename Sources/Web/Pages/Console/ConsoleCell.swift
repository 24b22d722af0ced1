import Loyalty
import Operations
import Storage

/// One value of a row, as people read it.
struct ConsoleCell: Sendable {
    let label: String
    let isNumber: Bool
    let text: String
    /// Where it leads; `nil` where it leads nowhere.
    let link: String?
    /// The class of a state's mark; `nil` for what is no state.
    let mark: String?
    /// JSON, shown as it stands.
    let document: String?

    init(_ column: ConsoleColumn, _ value: ConsoleValue, in row: ConsoleRow, _ wording: Wording) {
        label = wording.words("console.column.\(column.name)")
        isNumber = column.isNumber
        mark = if case .word(let word) = value { marks[word, default: ""] } else { nil }
        document = if case .document(let text) = value { text } else { nil }
        (text, link) = said(value, in: row, wording)
    }
}

extension ConsoleColumn {
    /// Whether it stands in a column of figures.
    var isNumber: Bool { figures.contains(name) }
}

private let figures: Set<String> = [
    "members", "outstanding", "version", "balance", "orders", "held", "earned", "redeemed", "expired", "entries",
    "number", "points", "balance_after", "basis", "cost", "redeemed_count", "stock", "limit", "code_days", "entry",
    "bonus", "referee_points", "members_due", "codes_due", "holds_due",
]

private let marks = [
    "pending": "good", "active": "good", "in_force": "good", "paid": "good", "done": "good", "blocked": "warn",
    "waiting": "warn", "expired": "warn", "cancelled": "bad", "rejected": "bad", "deleted": "bad",
]

private func said(_ value: ConsoleValue, in row: ConsoleRow, _ wording: Wording) -> (String, String?) {
    switch value {
    case .nothing: ("–", nil)
    case .text(let text): (text.isEmpty ? "–" : text, nil)
    case .word(let word): (wording.words.text("console.word.\(word)") ?? word.replacing("_", with: " "), nil)
    case .number(let number): (wording.number(number), nil)
    case .points(let points): (wording.number(points.count), nil)
    case .moment(let moment): (wording.momentInUTC(moment), nil)
    case .day(let day): (wording.day(day), nil)
    case .member(let id, let name):
        (name.isEmpty ? id.text : name, ConsolePath.record(.members, id.text, in: row.shopID))
    case .reward(let id, let name): (name, ConsolePath.record(.rewards, id.text, in: row.shopID))
    case .document: ("", nil)
    case .bytes(let bytes): (hexadecimal(bytes), nil)
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

extension Wording {
    /// `4 Nov 2026, 15:00 UTC`: shops have zones of their own, and the console looks at all of them.
    func momentInUTC(_ moment: Instant) -> String {
        let midnight = Instant(milliseconds: 0).adding(days: Int(moment.utcDay.number))
        let minutes = (moment.milliseconds - midnight.milliseconds) / 60_000
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day(moment.utcDay)), \(two(minutes / 60)):\(two(minutes % 60)) UTC"
    }
}
