/// Why a bonus is not given.
public struct BonusRejection: ListedRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case bonusTimeMustNotBeInTheFuture
        case bonusTimeMustBeSince1970
        case programMustBeActive
        case bonusEventMustExist
        case bonusMustBeOn
        case bonusLimitMustNotBeReached
        case bonusMustFitTheAccount
    }

    public let rule: Rule

    public init(_ rule: Rule) { self.rule = rule }

    public static var examples: [Self] { Rule.allCases.map { Self($0) } }

    public var name: String { rule.rawValue }

    public var field: String? {
        switch rule {
        case .bonusTimeMustNotBeInTheFuture, .bonusTimeMustBeSince1970: "occurred_at"
        case .bonusEventMustExist, .bonusMustBeOn, .bonusLimitMustNotBeReached: "event"
        case .programMustBeActive, .bonusMustFitTheAccount: nil
        }
    }

    public var kind: RejectionKind {
        switch rule {
        case .bonusTimeMustNotBeInTheFuture, .bonusTimeMustBeSince1970: .badInput
        case .bonusEventMustExist: .missing
        case .programMustBeActive, .bonusMustBeOn, .bonusLimitMustNotBeReached, .bonusMustFitTheAccount: .conflict
        }
    }

    public var sentence: String {
        switch rule {
        case .bonusTimeMustNotBeInTheFuture: "occurred_at must not be in the future."
        case .bonusTimeMustBeSince1970: "occurred_at must not be before 1970."
        case .programMustBeActive: "The shop's loyalty program is not active."
        case .bonusEventMustExist: "event must be review or an event of the shop's program."
        case .bonusMustBeOn: "event gives no points in this program."
        case .bonusLimitMustNotBeReached: "The member has had this bonus as often as the program allows in the period."
        case .bonusMustFitTheAccount: "The bonus would lift the account above \(Points.limit) points."
        }
    }
}

/// An event that the platform or the shop reports, for a bonus.
public struct BonusClaim: Hashable, Sendable {
    /// `review`, or the key of an event of the program.
    public let eventKey: String
    public let reference: Bonus.Reference
    public let occasion: BonusOccasion

    /// - Throws: ``BonusRejection`` `bonusEventMustExist` for what only Tuzo itself finds out: joining and birthdays.
    public init(
        eventKey: String, reference: Bonus.Reference, occasion: BonusOccasion
    ) throws(BonusRejection) {
        guard eventKey != Bonus.signupKey, eventKey != Bonus.birthdayKey else {
            throw BonusRejection(.bonusEventMustExist)
        }
        self.eventKey = eventKey
        self.reference = reference
        self.occasion = occasion
    }
}

extension BonusTerms {
    /// What members read for an event, and what it gives; `nil` for events that the program does not know.
    func terms(of eventKey: String) -> (name: String, rule: BonusRule)? {
        if eventKey == Bonus.reviewKey { return ("Review", review) }
        return events.first { $0.key == eventKey }.map { ($0.name, $0.rule) }
    }

    /// The days within which the bonuses of an event are counted; `nil` for events that the program does not know.
    public func period(of eventKey: String, around day: Day) -> ClosedRange<Day>? {
        terms(of: eventKey)?.rule.period.days(around: day)
    }
}

/// Decides a bonus for an event. Whether it was given before, for the same reference, is for the caller to look at
/// first.
/// - Parameters:
///   - program: The version in force; `nil` where the shop never saved one.
///   - count: How many bonuses the member was given for this event in its period.
/// - Throws: ``BonusRejection`` for the first rule that is broken, in the order of the lines below.
public func decideBonus(
    for claim: BonusClaim, to member: Member, under program: ProgramVersion?, after count: Int64
) throws(BonusRejection) -> BonusGift {
    guard claim.occasion.occurredAt <= claim.occasion.now else { throw BonusRejection(.bonusTimeMustNotBeInTheFuture) }
    guard claim.occasion.occurredAt.milliseconds >= 0 else { throw BonusRejection(.bonusTimeMustBeSince1970) }
    guard let program, program.program.isActive else { throw BonusRejection(.programMustBeActive) }
    guard let (name, rule) = program.program.bonuses.terms(of: claim.eventKey) else {
        throw BonusRejection(.bonusEventMustExist)
    }
    guard rule.points > .zero else { throw BonusRejection(.bonusMustBeOn) }
    guard count < rule.limit else { throw BonusRejection(.bonusLimitMustNotBeReached) }
    guard member.hasRoom(for: rule.points) else { throw BonusRejection(.bonusMustFitTheAccount) }
    // From here on it succeeds.
    let draft = BonusDraft(
        kind: claim.eventKey == Bonus.reviewKey ? .earnedReview : .earnedBonus, eventKey: claim.eventKey,
        reference: claim.reference, description: name, occasion: claim.occasion)
    return draft.give(rule.points, to: member, by: program)
}

extension Member {
    /// Whether the account stays below its limit with so many points more.
    func hasRoom(for points: Points) -> Bool { max(balance, earned) + points <= .limit }
}
