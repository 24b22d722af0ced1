extension AuditFindings {
    /// Proves that each bonus has its entry and each entry of a bonus its row, and that none was given too often or
    /// with other points than the version said that gave it.
    mutating func auditBonuses(in records: AuditRecords, given context: AuditContext) {
        var counts = BonusCounts()
        for bonus in records.bonuses.sorted(by: { $0.entrySequence < $1.entrySequence }) {
            auditBonus(bonus, in: records, &counts, given: context)
        }
        let known = Set(records.bonuses.map(\.entrySequence))
        for place in records.entries.indices where records.entries[place].entry.kind.isOfBonus {
            let entry = records.entries[place].entry
            if !known.contains(entry.sequence), !records.isBonusOfCode(entry) {
                add(.entryMustNameBonus, "entry \(entry.sequence)", "its bonus \(entry.reference) is missing")
            }
        }
    }

    private mutating func auditBonus(
        _ bonus: Bonus, in records: AuditRecords, _ counts: inout BonusCounts, given context: AuditContext
    ) {
        let row = "bonus \(bonus.eventKey) \(bonus.reference)"
        let entry = records.place(ofEntry: bonus.entrySequence)
        let version = entry.flatMap { records.entries[$0].entry.programVersion }.flatMap(context.version)
        let rule = (version?.program.bonuses ?? BonusTerms()).rule(of: bonus.eventKey)
        if let rule, counts.count(of: bonus, in: rule.period) >= rule.limit {
            add(.bonusMustKeepLimit, row, "it was given before, as often as it may be")
        }
        counts.add(bonus)
        guard let place = entry, records.entries[place].entry.kind == bonus.entryKind,
            records.entries[place].entry.reference == bonus.reference.text
        else { return add(.bonusMustHaveEntry, row, "its entry \(bonus.entrySequence) is missing") }
        compare("points", bonus.points, to: records.entries[place].entry.points, .bonusMustHaveEntry, row)
        compare("occurred_on", bonus.occurredOn, to: records.entries[place].occurredOn, .bonusMustHaveEntry, row)
        compare("points", bonus.points, to: rule?.points, .bonusMustBeOfVersion, row)
    }
}

extension Bonus {
    fileprivate var entryKind: EntryKind {
        switch eventKey {
        case Bonus.signupKey: .earnedSignup
        case Bonus.birthdayKey: .earnedBirthday
        case Bonus.reviewKey: .earnedReview
        default: .earnedBonus
        }
    }
}

/// How many bonuses were given so far, in each period there may be a limit for.
private struct BonusCounts {
    private struct Key: Hashable {
        let eventKey: String
        let period: BonusPeriod
        let firstDay: Day

        init(of bonus: Bonus, in period: BonusPeriod) {
            eventKey = bonus.eventKey
            self.period = period
            firstDay = period.days(around: bonus.occurredOn).lowerBound
        }
    }

    private var counts: [Key: Int64] = [:]

    /// How many were given for the same event, in the same day, week or whatever it is.
    func count(of bonus: Bonus, in period: BonusPeriod) -> Int64 { counts[Key(of: bonus, in: period)] ?? 0 }

    mutating func add(_ bonus: Bonus) {
        for period in BonusPeriod.allCases { counts[Key(of: bonus, in: period), default: 0] += 1 }
    }
}

extension BonusTerms {
    /// What an event gives, and how often; Tuzo's own events are given once in their periods.
    fileprivate func rule(of eventKey: String) -> BonusRule? {
        switch eventKey {
        case Bonus.signupKey: BonusRule(points: signup, period: .ever)
        case Bonus.birthdayKey: BonusRule(points: birthday, period: .year)
        default: terms(of: eventKey)?.rule
        }
    }
}

extension EntryKind {
    fileprivate var isOfBonus: Bool {
        [.earnedSignup, .earnedBirthday, .earnedReview, .earnedBonus].contains(self)
    }
}

extension AuditRecords {
    /// Whether it is what a reward of bonus points gave when its code was used.
    fileprivate func isBonusOfCode(_ entry: Entry) -> Bool {
        entry.kind == .earnedBonus && redemptions.contains { $0.id.text == entry.reference }
    }
}
