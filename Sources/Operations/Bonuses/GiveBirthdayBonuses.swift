import Loyalty
import Storage

/// How many members one transaction gives a bonus to, so that orders need not wait for long.
private let batchMax = 64
/// How many days that were missed are made up for.
private let daysBackMax = 31

/// Gives the members of a shop what its program gives for birthdays, once a calendar year.
///
/// It may run as often as one likes, on several servers at once. The day that it came to the last time is looked at
/// again, for those who joined later on it.
struct GiveBirthdayBonuses: UpkeepStep {
    let name = "birthdays"
    private let surroundings: Surroundings

    init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Keeps the birthdays of every day since the last time, up to today.
    func run(in shop: Shop, counting tally: inout UpkeepTally) async throws {
        let now = surroundings.now()
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        let today = zone.day(of: now)
        let through = try await surroundings.database.read { try BirthdayStore($0).throughDay(in: shop.id) }
        guard through != today else { return }
        // A clock that went back makes the last day one to come; what was given then is not given again.
        let first = max(min(through ?? today, today), today - daysBackMax)
        for number in first.number...today.number where !Task.isCancelled {
            let birthdays = Birthdays(of: Day(number: number), in: zone, seenOn: today)
            try await keep(birthdays, in: shop, zone, counting: &tally)
            guard !Task.isCancelled else { return }
            try await surroundings.database.write { try BirthdayStore($0).setThroughDay(birthdays.day, in: shop.id) }
        }
    }

    /// The birthdays of one day.
    private struct Birthdays: Sendable {
        let day: Day
        /// The first moment of the day.
        let occurredAt: Instant
        let today: Day

        init(of day: Day, in zone: Zone, seenOn today: Day) {
            self.day = day
            occurredAt = Instant(milliseconds: zone.end(of: day - 1).milliseconds + 1)
            self.today = today
        }

        var year: Bonus.Reference { Bonus.birthdayReference(in: day.year) }
    }

    private func keep(
        _ birthdays: Birthdays, in shop: Shop, _ zone: Zone, counting tally: inout UpkeepTally
    ) async throws {
        let version = try await surroundings.database.read { connection in
            try ProgramStore(connection).newest(in: shop) { zone.day(of: $0.savedAt) < birthdays.day }
        }
        guard let version, version.program.isActive, version.program.bonuses.birthday > .zero else { return }
        for birth in birthdays.day.birthdays {
            var last: Customer.ID?
            repeat {
                let after = last
                let batch = try await surroundings.database.read { connection in
                    try BirthdayStore(connection).members(
                        bornOn: birth, without: birthdays.year, in: shop.id, after: after, limit: batchMax)
                }
                tally.birthdays += try await give(batch, birthdays, in: shop, under: version)
                last = batch.count == batchMax ? batch.last : nil
            } while last != nil && !Task.isCancelled
        }
    }

    private func give(
        _ customers: [Customer.ID], _ birthdays: Birthdays, in shop: Shop, under version: ProgramVersion
    ) async throws -> Int {
        guard !customers.isEmpty else { return 0 }
        let now = surroundings.now()
        return try await surroundings.write { transaction in
            let connection = transaction.connection
            let newest = try ProgramStore(connection).newest(in: shop)
            let occasion = BonusOccasion(
                occurredAt: birthdays.occurredAt, occurredOn: birthdays.day, now: now, actor: "tuzo")
            return try customers.count { customer in
                let bonuses = BonusStore(connection)
                guard try !bonuses.exists(for: Bonus.birthdayKey, birthdays.year, to: customer, in: shop.id),
                    let file = try MemberFile.open(
                        customer, in: shop, newest, on: birthdays.today, at: now, transaction),
                    let gift = decideBirthdayBonus(on: occasion, to: file.member, under: version)
                else { return false }
                try bonuses.append(gift)
                try file.save(gift.member)
                transaction.tell(ActivityEvent(of: gift, at: now))
                return true
            }
        }
    }
}
