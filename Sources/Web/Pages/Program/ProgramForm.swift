import ExactJSON
import Loyalty
import Operations

/// The program as it stands in the form: texts, whatever they mean, so that they can be shown again as they were typed.
struct ProgramForm: Sendable {
    /// The number of the version that the author looked at, 0 for none.
    var base: Int
    var isActive: Bool
    /// What was typed into the fields that come once, by their names.
    private(set) var texts: [String: String]
    var tiers: [TierText]
    var events: [EventText]

    subscript(_ name: String) -> String { texts[name] ?? "" }

    /// A program as it is kept.
    init(_ program: Program, base: Int) throws {
        let document = try JSONValue(parsing: program.jsonText)
        self.base = base
        isActive = program.isActive
        texts = (plainNames + numberNames).reduce(into: [:]) { $0[$1] = shownText(of: document, at: $1) }
        tiers = elements(of: document["tiers"]).map(TierText.init)
        events = elements(of: document["bonuses"]?["events"]).map(EventText.init)
    }

    /// What a browser sent.
    init(_ form: FormFields) {
        base = Int(form["version"]) ?? 0
        isActive = form.isTicked("is_active")
        texts = (plainNames + numberNames).reduce(into: [:]) { $0[$1] = typedLines(form[$1]) }
        tiers = rows { place in form.isTicked("tiers[\(place)].name") ? TierText(form, at: place) : nil }
        events = rows { place in
            form.isTicked("bonuses.events[\(place)].name") ? EventText(form, at: place) : nil
        }
    }

    /// The settings in the shape that the API takes; referrals are not among them, and stay as they are.
    var document: JSONObject {
        var document = JSONObject()
        document["is_active"] = .bool(isActive)
        for name in plainNames { document.set(name.split(separator: ".")[...], to: .string(self[name])) }
        for name in numberNames {
            document.set(name.split(separator: ".")[...], to: .string(typedNumber(self[name])))
        }
        document["tiers"] = .array(tiers.map(\.document))
        document.set(["bonuses", "events"], to: .array(events.map(\.document)))
        return document
    }
}

/// A tier as it stands in the form.
struct TierText: Sendable {
    /// What the tier is called by programs, whatever its name becomes; empty for one that is new.
    var key = ""
    var name = ""
    var threshold = ""
    var multiplier = "1"
    /// One on each line.
    var benefits = ""
}

extension TierText {
    fileprivate init(_ document: JSONValue) {
        key = shownText(of: document, at: "key")
        name = shownText(of: document, at: "name")
        threshold = shownText(of: document, at: "threshold")
        multiplier = shownText(of: document, at: "multiplier")
        benefits = elements(of: document["benefits"]).map(text).joined(separator: "\n")
    }

    fileprivate init(_ form: FormFields, at place: Int) {
        key = form["tiers[\(place)].key"]
        name = form["tiers[\(place)].name"]
        threshold = form["tiers[\(place)].threshold"]
        multiplier = form["tiers[\(place)].multiplier"]
        benefits = typedLines(form["tiers[\(place)].benefits"])
    }

    fileprivate var document: JSONValue {
        var tier = JSONObject()
        if !key.isEmpty { tier["key"] = .string(key) }
        tier["name"] = .string(name)
        tier["threshold"] = .string(typedNumber(threshold))
        tier["multiplier"] = .string(typedNumber(multiplier))
        tier["benefits"] = .array(benefits.split(separator: "\n").map { .string(String($0)) })
        return .object(tier)
    }
}

/// An event of the shop's own as it stands in the form.
struct EventText: Sendable {
    var key = ""
    var name = ""
    var points = ""
    var limit = "1"
    var period = BonusPeriod.ever.rawValue
}

extension EventText {
    fileprivate init(_ document: JSONValue) {
        key = shownText(of: document, at: "key")
        name = shownText(of: document, at: "name")
        points = shownText(of: document, at: "points")
        limit = shownText(of: document, at: "limit")
        period = shownText(of: document, at: "period")
    }

    fileprivate init(_ form: FormFields, at place: Int) {
        key = form["bonuses.events[\(place)].key"]
        name = form["bonuses.events[\(place)].name"]
        points = form["bonuses.events[\(place)].points"]
        limit = form["bonuses.events[\(place)].limit"]
        period = form["bonuses.events[\(place)].period"]
    }

    fileprivate var document: JSONValue {
        var event = JSONObject()
        event["key"] = .string(key)
        event["name"] = .string(name)
        event["points"] = .string(typedNumber(points))
        event["limit"] = .string(typedNumber(limit))
        event["period"] = .string(period)
        return .object(event)
    }
}

private let plainNames = [
    "name", "description", "earning_basis", "earns_on", "rounding", "expiry.policy", "tier_period", "fall_policy",
    "debt_policy", "bonuses.review.period",
]
private let numberNames = [
    "points_per_unit", "minimum_spend", "pending_days", "expiry.days", "grace_days", "code_valid_days",
    "bonuses.signup_points", "bonuses.birthday_points", "bonuses.review.points", "bonuses.review.limit",
]

/// The rows of a form, numbered from 0, up to the first that is not there.
private func rows<Row>(_ row: (Int) -> Row?) -> [Row] {
    var rows: [Row] = []
    while let next = row(rows.count) { rows.append(next) }
    return rows
}
