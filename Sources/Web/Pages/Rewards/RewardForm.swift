import ExactJSON
import Loyalty
import Operations
import Storage

/// A reward as it stands in the form: texts, whatever they mean, so that they can be shown again as they were typed.
struct RewardForm: Sendable {
    /// The terms that the author looked at; empty for a new reward.
    var seen: String
    var isActive: Bool
    /// What was typed into the fields, by their names.
    private(set) var texts: [String: String]

    subscript(_ name: String) -> String { texts[name] ?? "" }

    /// A new one.
    init(codeValidDays: Int) {
        seen = ""
        isActive = true
        texts = [
            "reward_type": RewardType.freeProduct.rawValue, "max_redemptions_per_customer": "1",
            "code_valid_days": String(codeValidDays), "on_code_expiry": CodeExpiryPolicy.giveBack.rawValue,
        ]
    }

    /// A reward as it is kept.
    init(_ reward: Reward, in calendar: any ShopCalendar) throws {
        seen = reward.termsText
        isActive = reward.isActive
        let document = try JSONValue(parsing: seen)
        texts = (plainNames + numberNames).reduce(into: [:]) { $0[$1] = shownText(of: document, at: $1) }
        texts["valid_from"] = reward.firstDay(in: calendar)?.description
        texts["valid_until"] = reward.lastDay(in: calendar)?.description
    }

    /// What a browser sent.
    init(_ form: FormFields) {
        seen = form["seen"]
        isActive = form.isTicked("is_active")
        texts = (plainNames + numberNames + dayNames).reduce(into: [:]) { $0[$1] = typedLines(form[$1]) }
    }

    /// The settings in the shape that the API takes. A day that was left as it stands keeps its moment, which may lie
    /// within the day.
    /// - Parameter held: The reward as it is kept; `nil` for a new one.
    func document(over held: Reward?, in calendar: any ShopCalendar) -> JSONObject {
        var document = JSONObject()
        document["is_active"] = .bool(isActive)
        for name in plainNames { document[name] = .string(self[name]) }
        for name in numberNames {
            let text = typedNumber(self[name])
            document[name] = text.isEmpty && isAbsent(name, over: held) ? .null : .string(text)
        }
        if self["minimum_tier_required"].isEmpty { document["minimum_tier_required"] = .null }
        if self["valid_from"] != held?.firstDay(in: calendar)?.description ?? "" {
            document["valid_from"] = moment("valid_from") { calendar.start(of: $0) }
        }
        if self["valid_until"] != held?.lastDay(in: calendar)?.description ?? "" {
            document["valid_until"] = moment("valid_until") { calendar.start(of: $0 + 1) }
        }
        return document
    }

    /// Whether nothing in a field is no number, but the absence of one.
    private func isAbsent(_ name: String, over held: Reward?) -> Bool {
        switch name {
        // What is absent from a change stays as it was.
        case "points_cost": held == nil
        case "code_valid_days": false
        default: true
        }
    }

    private func moment(_ name: String, _ moment: (Day) -> Instant) -> JSONValue {
        guard !self[name].isEmpty else { return .null }
        // What is no day is refused where the document is read.
        return .string(Day(self[name]).map { moment($0).description } ?? self[name])
    }
}

extension Reward {
    /// The first day on which it can be had.
    fileprivate func firstDay(in calendar: any ShopCalendar) -> Day? { validFrom.map { calendar.day(of: $0) } }
}

private let plainNames = [
    "name", "description", "reward_type", "product", "service", "minimum_tier_required", "on_code_expiry",
]
private let numberNames = [
    "discount_percentage", "discount_amount", "bonus_points", "points_cost", "total_available",
    "max_redemptions_per_customer", "code_valid_days",
]
private let dayNames = ["valid_from", "valid_until"]
