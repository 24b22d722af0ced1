extension Day {
    /// The days of birth whose birthday is on this day, youngest first: on 28 February of a year without a 29th those
    /// of both. Nobody is older than 1900.
    public var birthdays: [Day] {
        let (year, month, day) = date
        var born: [Day] = []
        for birthYear in stride(from: year - 1, through: Customer.earliestBirthday.year, by: -1) {
            for candidate in [day, day + 1] {
                guard let birth = Day(year: birthYear, month: month, day: candidate) else { continue }
                if birth.anniversary(in: year) == self { born.append(birth) }
            }
        }
        return born
    }
}

/// Decides what a member is given for a birthday, which the occasion is the day of.
/// - Parameter program: The version that was in force when the day began; `nil` where there was none.
/// - Returns: `nil` where the program gives nothing, the member joined later or has left, or the account is full.
public func decideBirthdayBonus(
    on occasion: BonusOccasion, to member: Member, under program: ProgramVersion?
) -> BonusGift? {
    guard let program, program.program.isActive, program.program.bonuses.birthday > .zero,
        !member.hasLeft, member.joinedOn <= occasion.occurredOn, member.hasRoom(for: program.program.bonuses.birthday)
    else { return nil }
    let draft = BonusDraft(
        kind: .earnedBirthday, eventKey: Bonus.birthdayKey,
        reference: Bonus.birthdayReference(in: occasion.occurredOn.year), description: "Happy birthday",
        occasion: occasion)
    return draft.give(program.program.bonuses.birthday, to: member, by: program)
}

extension Bonus {
    /// What keeps a birthday from being celebrated twice: the calendar year.
    public static func birthdayReference(in year: Int) -> Reference { Identifier(trusted: String(year)) }
}
