import Loyalty
import Operations

/// How points are earned in a shop.
struct EarningPanel: Sendable {
    let isOff: Bool
    let ways: [EarningWay]

    init(_ membership: Membership, _ wording: Wording) {
        guard let program = membership.program, program.isActive else {
            (isOff, ways) = (true, [])
            return
        }
        let bonuses = program.bonuses
        let once: [(String, Points)] = [("signup", bonuses.signup), ("birthday", bonuses.birthday)]
        var ways = [EarningWay(program, membership.view.tier, wording)]
        ways += once.filter { $0.1 > .zero }.map { key, points in
            EarningWay(
                label: wording.words("earn.\(key)"), gives: wording.points(points),
                conditions: [wording.words("earn.\(key).when")])
        }
        ways += EarningWay.event(wording.words("earn.review"), bonuses.review, wording)
        ways += bonuses.events.flatMap { EarningWay.event($0.name, $0.rule, wording) }
        if program.referral.isActive, program.referral.referrerPoints > .zero {
            ways.append(
                EarningWay(
                    label: wording.words("earn.referral"), gives: wording.points(program.referral.referrerPoints),
                    conditions: [wording.words("earn.referral.when")]))
        }
        (isOff, self.ways) = (false, ways)
    }
}

/// One way to earn: for what, how much, and on which conditions.
struct EarningWay: Sendable {
    let label: String
    let gives: String
    let conditions: [String]

    fileprivate init(label: String, gives: String, conditions: [String]) {
        self.label = label
        self.gives = gives
        self.conditions = conditions
    }

    /// By orders.
    fileprivate init(_ program: Program, _ tier: Tier?, _ wording: Wording) {
        let currency = program.minimumSpend.currency
        let unit = Money(minorUnits: currency.minorUnitsPerUnit, currency)
        label = wording.words("earn.order")
        gives = wording.words(
            program.pointsPerUnit == .one ? "earn.order.one" : "earn.order.many",
            ["rate": program.pointsPerUnit.description, "unit": wording.money(unit)])
        var conditions: [String] = []
        if let tier, tier.multiplier != .one {
            conditions.append(
                wording.words("earn.multiplied", ["factor": tier.multiplier.description, "tier": tier.name]))
        }
        if program.minimumSpend.minorUnits > 0 {
            conditions.append(wording.words("earn.minimum", ["amount": wording.money(program.minimumSpend)]))
        }
        conditions.append(wording.words("earn.on.\(program.earnsOn.rawValue)"))
        if program.pendingDays > 0 {
            conditions.append(wording.words.count("earn.pending", Int64(program.pendingDays)))
        }
        self.conditions = conditions
    }

    /// By what the shop reports; nothing where it gives nothing.
    fileprivate static func event(_ name: String, _ rule: BonusRule, _ wording: Wording) -> [EarningWay] {
        guard rule.points > .zero else { return [] }
        let limit = wording.words.count("earn.limit.\(rule.period.rawValue)", rule.limit)
        return [EarningWay(label: name, gives: wording.points(rule.points), conditions: [limit])]
    }
}
