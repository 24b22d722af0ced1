import Loyalty
import Operations
import Storage

/// One entry of a history, and how it came about: in a sentence, and in numbers.
struct ExplanationPage: Screen {
    static let template = "explanation"

    let frame: Frame
    let shopName: String
    let shopPath: String
    let what: String
    let points: String
    let isCredit: Bool
    let balanceAfter: String
    let occurred: String
    /// When it was written down, where that was on a later day.
    let recorded: String?
    let sentence: String
    let lifetime: String?
    let hasFacts: Bool
    let facts: [Fact]
    let hasLots: Bool
    let lots: [String]
    let orderToday: String?

    init(_ explained: ExplainedEntry, what: String, in shop: Shop, _ frame: Frame, _ wording: Wording) {
        let (entry, zone) = (explained.row.entry, explained.zone)
        let story = EntryStory(explained, wording)
        (self.frame, self.what) = (frame, what)
        (shopName, shopPath) = (shop.name, Web.shopPath(shop))
        points = wording.signed(entry.points)
        isCredit = entry.points > .zero
        balanceAfter = wording.number(entry.balanceAfter.count)
        occurred = wording.moment(entry.occurredAt, in: zone)
        let isLate = zone.day(of: entry.recordedAt) > zone.day(of: entry.occurredAt)
        recorded = isLate ? wording.moment(entry.recordedAt, in: zone) : nil
        sentence = story.sentence
        lifetime = story.lifetime
        facts = story.facts
        hasFacts = !facts.isEmpty
        lots = story.lots
        hasLots = !lots.isEmpty
        orderToday = explained.order.map(story.sentence(of:))
    }
}

/// Puts into words what the core found out about an entry.
struct EntryStory {
    private let explained: ExplainedEntry
    private let wording: Wording

    init(_ explained: ExplainedEntry, _ wording: Wording) {
        self.explained = explained
        self.wording = wording
    }

    private var explanation: EntryExplanation { explained.explanation }
    private var entry: Entry { explained.row.entry }

    var sentence: String {
        let direction = explanation.rule == .adjusted ? (entry.points < .zero ? ".taken" : ".given") : ""
        return wording.words(
            "explain.\(explanation.rule.rawValue)\(direction)",
            [
                "points": wording.points(entry.moved), "order": entry.reference, "reason": entry.description,
                "what": wording.what(entry, rewardName: explained.row.rewardName),
            ])
    }

    /// Until when the points are good that the entry brought.
    var lifetime: String? {
        guard let lot = explanation.context.opened else { return nil }
        if let day = lot.expiresOn { return wording.words("explain.good_through", ["day": wording.day(day)]) }
        return lot.idleDays.map { wording.words.count("explain.good_while_active", Int64($0)) }
    }

    /// From the amount to the points, factor by factor.
    var facts: [Fact] {
        guard let calculation = explanation.calculation else { return [] }
        let program = calculation.terms.version.program
        var facts = [fact("amount", wording.money(calculation.qualifying))]
        guard calculation.minimumIsReached else {
            return facts + [fact("minimum", wording.money(program.minimumSpend))]
        }
        facts.append(fact("rate", "× \(program.pointsPerUnit)"))
        facts.append(fact("tier", "× \(calculation.terms.multiplier) (\(calculation.tierName))"))
        facts.append(fact("product", calculation.product.description))
        facts.append(fact("rounded.\(program.rounding.rawValue)", wording.points(calculation.points)))
        if explanation.context.postedBefore != .zero {
            facts.append(fact("before", wording.points(explanation.context.postedBefore)))
        }
        if explanation.notTaken > .zero { facts.append(fact("not_taken", wording.points(explanation.notTaken))) }
        return facts
    }

    /// Which points it took, or gave back.
    var lots: [String] {
        explanation.context.taken.map { use, lot in
            let points = wording.points(use.points < .zero ? -use.points : use.points)
            let earned = wording.day(explained.zone.day(of: lot.earnedAt))
            let key = use.points < .zero ? "explain.lot.back" : "explain.lot.taken"
            guard let last = lot.expiresOn else { return wording.words(key, ["points": points, "earned": earned]) }
            return wording.words("\(key).until", ["points": points, "earned": earned, "day": wording.day(last)])
        }
    }

    /// What the order is given as it is now.
    func sentence(of order: OrderExplanation) -> String {
        let minimum = order.calculation?.terms.version.program.minimumSpend
        return wording.words(
            "order.\(order.rule.rawValue)",
            [
                "order": order.held.order.id.text, "amount": wording.money(order.qualifying),
                "points": wording.points(order.deserved), "minimum": minimum.map(wording.money) ?? "",
            ])
    }

    private func fact(_ key: String, _ value: String) -> Fact {
        Fact(label: wording.words("explain.fact.\(key)"), value: value)
    }
}
