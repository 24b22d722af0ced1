import ExactJSON
import Loyalty

extension BonusTerms {
    /// Reads the bonuses of a program; a member that is absent keeps the value underneath. Events are always the whole
    /// list.
    init(_ fields: JSONFields, over base: BonusTerms) throws {
        self = base
        signup = try fields.optionalInteger("signup_points").map(Points.init) ?? signup
        birthday = try fields.optionalInteger("birthday_points").map(Points.init) ?? birthday
        review = try fields.optionalObject("review").map { try BonusRule($0, over: review) } ?? review
        guard let list = try fields.optionalArray("events", max: eventListMax) else { return }
        events = try list.map { try BonusEvent($0.object()) }
    }

    func write(to json: inout JSONWriter) {
        json.field("signup_points", signup)
        json.field("birthday_points", birthday)
        json.field("review") { json in review.write(to: &json) }
        json.array("events", events) { json, event in
            json.object { json in
                json.field("key", event.key)
                json.field("name", event.name)
                event.rule.write(to: &json)
            }
        }
    }
}

extension BonusEvent {
    fileprivate init(_ fields: JSONFields) throws {
        self.init(
            key: try fields.text("key", max: 100), name: try fields.text("name", max: 100),
            rule: try BonusRule(fields, over: BonusRule(period: .ever)))
    }
}

extension BonusRule {
    fileprivate init(_ fields: JSONFields, over base: BonusRule) throws {
        self = base
        points = try fields.optionalInteger("points").map(Points.init) ?? points
        limit = try fields.optionalInteger("limit") ?? limit
        period = try fields.optionalChoice("period", of: BonusPeriod.self) ?? period
    }

    fileprivate func write(to json: inout JSONWriter) {
        json.field("points", points)
        json.field("limit", limit)
        json.field("period", period.rawValue)
    }
}

/// More than the rules allow, so that it is they who refuse.
private let eventListMax = 1_000
