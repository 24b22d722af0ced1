/// A bonus that was given: a member gets one for each event and reference, and no second.
public struct Bonus: Hashable, Sendable {
    /// What a bonus is for: the platform's name for one occasion, or the year of a birthday.
    public typealias Reference = Identifier<Bonus>

    public let eventKey: String
    public let reference: Reference
    /// The day of the occasion in the shop's time zone; limits count by it.
    public let occurredOn: Day
    /// The entry that credited it.
    public let entrySequence: Int64
    public let points: Points

    public init(eventKey: String, reference: Reference, occurredOn: Day, entrySequence: Int64, points: Points) {
        self.eventKey = eventKey
        self.reference = reference
        self.occurredOn = occurredOn
        self.entrySequence = entrySequence
        self.points = points
    }

    public static let signupKey = "signup"
    public static let birthdayKey = "birthday"
    public static let reviewKey = "review"
}

/// A bonus with all that giving it writes.
public struct BonusGift: Hashable, Sendable {
    public let bonus: Bonus
    public let posting: Posting
    public let member: Member
}

/// Whom a bonus is given to, when, and by whose word.
struct BonusDraft {
    let kind: EntryKind
    let eventKey: String
    let reference: Bonus.Reference
    let description: String
    let occasion: BonusOccasion

    /// Credits the points; they are good for as long as any that were earned on that day.
    func give(_ points: Points, to member: Member, by version: ProgramVersion) -> BonusGift {
        var ledger = MemberLedger(member)
        let draft = EntryDraft(
            kind: kind, reference: reference.text, description: description, actor: occasion.actor,
            occurredAt: occasion.occurredAt, recordedAt: occasion.now, programVersion: version.number)
        let lot = LotTerms(availableAt: occasion.occurredAt, earnedOn: occasion.occurredOn, by: version)
        let posting = ledger.credit(points, draft, lot)
        let bonus = Bonus(
            eventKey: eventKey, reference: reference, occurredOn: occasion.occurredOn,
            entrySequence: posting.entry.sequence, points: points)
        return BonusGift(bonus: bonus, posting: posting, member: ledger.member)
    }
}

/// When something occurred that a bonus is for, and who says so.
public struct BonusOccasion: Hashable, Sendable {
    public let occurredAt: Instant
    /// The day of it in the shop's time zone.
    public let occurredOn: Day
    public let now: Instant
    public let actor: String

    public init(occurredAt: Instant, occurredOn: Day, now: Instant, actor: String) {
        self.occurredAt = occurredAt
        self.occurredOn = occurredOn
        self.now = now
        self.actor = actor
    }
}
