extension AuditFindings {
    /// Proves that each bonus has its entry and each entry of a bonus its row, and that none was given too often.
    mutating func auditBonuses(in records: AuditRecords) {
        for bonus in records.bonuses { auditBonus(bonus, in: records) }
        let known = Set(records.bonuses.map(\.entrySequence))
        for place in records.entries.indices where records.entries[place].entry.kind.isOfBonus {
            let entry = records.entries[place].entry
            if !known.contains(entry.sequence), !records.isBonusOfCode(entry) {
                add(.entryMustNameBonus, "entry \(entry.sequence)", "its bonus \(entry.reference) is missing")
            }
        }
    }

    private mutating func auditBonus(_ bonus: Bonus, in records: AuditRecords) {
        let row = "bonus \(bonus.eventKey) \(bonus.reference)"
        if records.hasEarlier(bonus) { add(.bonusMustKeepLimit, row, "it was given before") }
        guard let place = records.place(ofEntry: bonus.entrySequence),
            records.entries[place].entry.kind == bonus.entryKind,
            records.entries[place].entry.reference == bonus.reference.text
        else { return add(.bonusMustHaveEntry, row, "its entry \(bonus.entrySequence) is missing") }
        compare("points", bonus.points, to: records.entries[place].entry.points, .bonusMustHaveEntry, row)
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

    /// How often Tuzo's own bonuses are given, whatever the program says.
    fileprivate var ownPeriod: BonusPeriod? {
        switch eventKey {
        case Bonus.signupKey: .ever
        case Bonus.birthdayKey: .year
        default: nil
        }
    }
}

extension EntryKind {
    fileprivate var isOfBonus: Bool {
        [.earnedSignup, .earnedBirthday, .earnedReview, .earnedBonus].contains(self)
    }
}

extension AuditRecords {
    /// Whether one of Tuzo's own bonuses was given before in the same period.
    fileprivate func hasEarlier(_ bonus: Bonus) -> Bool {
        guard let days = bonus.ownPeriod?.days(around: bonus.occurredOn) else { return false }
        return bonuses.contains {
            $0.eventKey == bonus.eventKey && $0.entrySequence < bonus.entrySequence && days.contains($0.occurredOn)
        }
    }

    /// Whether it is what a reward of bonus points gave when its code was used.
    fileprivate func isBonusOfCode(_ entry: Entry) -> Bool {
        entry.kind == .earnedBonus && redemptions.contains { $0.id.text == entry.reference }
    }
}
