extension Books {
    private static let daysBackMax = 31

    /// Keeps the birthdays of all days since the last time, with the last day once more, and up to today.
    mutating func keepBirthdays(at now: Int64) {
        let today = day(of: now)
        guard birthdaysThrough != today else { return }
        let first = max(min(birthdaysThrough ?? today, today), today - Books.daysBackMax)
        for day in first...today { keepBirthdays(of: day, at: now) }
        birthdaysThrough = today
    }

    /// The version that was in force when the day began decides.
    private mutating func keepBirthdays(of day: Int, at now: Int64) {
        guard let version = versions.last(where: { $0.savedOn < day }), version.rules.isActive,
            version.rules.bonuses.birthday > 0
        else { return }
        for (customer, member) in members
        where !member.hasLeft && member.joinedOn <= day && hasBirthday(customer, on: day) {
            let year = String(Calendar.date(of: day).year)
            let isGiven = given.contains {
                $0.customer == customer && $0.event == "birthday" && $0.reference == year
            }
            if isGiven { continue }
            let points = version.rules.bonuses.birthday
            given.append(
                Given(customer: customer, event: "birthday", reference: year, day: day, points: points))
            bringUpToDate(customer, at: now)
            let credit = credit(of: points, occurredAt: Int64(day) * Calendar.day - zone, at: now, by: version)
            members[customer]?.credit(credit, .earned)
            touch(customer, on: day)
            settleTier(of: customer, at: now)
        }
    }

    private func hasBirthday(_ customer: String, on day: Int) -> Bool {
        guard let born = people[customer]?.birthday else { return false }
        return Calendar.anniversary(of: born, in: Calendar.date(of: day).year) == day
    }
}
