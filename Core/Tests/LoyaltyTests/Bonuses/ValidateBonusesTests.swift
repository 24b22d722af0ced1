import Testing

@testable import Loyalty

@Suite struct ValidateBonusesTests {
    @Test func `each rule of the bonuses is named with its field`() {
        for points in [Points(-1), .limit + Points(1)] {
            refuse(.bonusPointsMustBeInRange, "bonuses.signup_points") { $0.signup = points }
            refuse(.bonusPointsMustBeInRange, "bonuses.birthday_points") { $0.birthday = points }
            refuse(.bonusPointsMustBeInRange, "bonuses.review.points") { $0.review.points = points }
            refuse(.bonusPointsMustBeInRange, "bonuses.events[0].points") { $0.events = [event(points: points)] }
        }
        for limit in [Int64.min, -1, 0] {
            refuse(.bonusLimitMustBeAtLeastOne, "bonuses.review.limit") { $0.review.limit = limit }
            refuse(.bonusLimitMustBeAtLeastOne, "bonuses.events[0].limit") { $0.events = [event(limit: limit)] }
        }
        refuse(.bonusEventsMustBeAtMostFifty, "bonuses.events") { $0.events = (0...50).map { event("visit-\($0)") } }
        for key in ["", "News", "9lives", "-x", "news letter", "größe", String(repeating: "a", count: 41)] {
            refuse(.bonusKeyMustBeAWord, "bonuses.events[0].key") { $0.events = [event(key)] }
        }
        for key in ["signup", "birthday", "review"] {
            refuse(.bonusKeyMustNotBeTaken, "bonuses.events[1].key") { $0.events = [event(), event(key)] }
        }
        refuse(.bonusKeysMustDiffer, "bonuses.events[1].key") { $0.events = [event(), event()] }
        refuse(.nameMustNotBeEmpty, "bonuses.events[0].name") { $0.events = [event(name: " ")] }
    }

    @Test func `bonuses just within the limits can be saved`() throws {
        try validateProgram(
            program {
                $0.bonuses.signup = .limit
                $0.bonuses.birthday = .zero
                $0.bonuses.review = BonusRule(points: .limit, limit: .max, period: .ever)
                $0.bonuses.events = (0..<50).map { event("visit_\($0)") } + []
            })
    }

    @Test func `the standard program gives no bonuses`() {
        #expect(program().bonuses == BonusTerms())
        #expect(program().bonuses.signup == .zero)
    }
}

private func event(
    _ key: String = "newsletter", name: String = "Newsletter", points: Points = Points(20), limit: Int64 = 1
) -> BonusEvent {
    BonusEvent(key: key, name: name, rule: BonusRule(points: points, limit: limit, period: .ever))
}

private func refuse(
    _ rule: ProgramRejection.Rule, _ field: String, sourceLocation: SourceLocation = #_sourceLocation,
    when edit: (inout BonusTerms) -> Void
) {
    #expect(throws: ProgramRejection(rule, field: field), sourceLocation: sourceLocation) {
        try validateProgram(program { edit(&$0.bonuses) })
    }
}
