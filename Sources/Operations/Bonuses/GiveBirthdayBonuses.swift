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
        for plan in try await plans(from: first, through: today, in: shop, zone) where !Task.isCancelled {
            tally.birthdays += try await give(plan, in: shop, on: today)
        }
        // Whatever was not come to is looked at again, and what was given is not given again.
        guard !Task.isCancelled else { return }
        try await surroundings.database.write(in: shop.id) { try BirthdayStore($0).setThroughDay(today, in: shop.id) }
    }

    /// Whom a day gives something.
    private struct Plan: Sendable {
        let day: Day
        /// The first moment of the day.
        let occurredAt: Instant
        /// The version that was in force then.
        let version: ProgramVersion
        let customers: [Customer.ID]

        static func year(of day: Day) -> Bonus.Reference { Bonus.birthdayReference(in: day.year) }
    }

    /// What is to be done for each day, the earliest first; days that give nobody anything are left out.
    private func plans(from first: Day, through last: Day, in shop: Shop, _ zone: Zone) async throws -> [Plan] {
        try await surroundings.database.read { connection in
            var plans: [Plan] = []
            var version: ProgramVersion?
            for number in (first.number...last.number).reversed() {
                let day = Day(number: number)
                if version.map({ zone.day(of: $0.savedAt) >= day }) ?? true {
                    version = try ProgramStore(connection).newest(in: shop) { zone.day(of: $0.savedAt) < day }
                }
                guard let version else { break }
                guard version.program.isActive, version.program.bonuses.birthday > .zero else { continue }
                let customers = try BirthdayStore(connection).members(
                    bornOn: day.birthdays, without: Plan.year(of: day), in: shop.id)
                plans.append(
                    Plan(day: day, occurredAt: zone.start(of: day), version: version, customers: customers))
            }
            return plans.reversed().filter { !$0.customers.isEmpty }
        }
    }

    private func give(_ plan: Plan, in shop: Shop, on today: Day) async throws -> Int {
        var (count, rest) = (0, plan.customers[...])
        while !rest.isEmpty, !Task.isCancelled {
            count += try await give(Array(rest.prefix(batchMax)), plan, in: shop, on: today)
            rest = rest.dropFirst(batchMax)
        }
        return count
    }

    private func give(_ customers: [Customer.ID], _ plan: Plan, in shop: Shop, on today: Day) async throws -> Int {
        let now = surroundings.now()
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let newest = try ProgramStore(connection).newest(in: shop)
            let occasion = BonusOccasion(
                occurredAt: plan.occurredAt, occurredOn: plan.day, now: now, actor: serverActor)
            return try customers.count { customer in
                let bonuses = BonusStore(connection)
                guard
                    try !bonuses.exists(
                        for: Bonus.birthdayKey, Plan.year(of: plan.day), to: customer, in: shop.id),
                    let file = try MemberFile.open(customer, in: shop, newest, on: today, at: now, transaction),
                    let gift = decideBirthdayBonus(on: occasion, to: file.member, under: plan.version)
                else { return false }
                try bonuses.append(gift)
                try file.save(gift.member)
                transaction.tell(ActivityEvent(of: gift, at: now))
                return true
            }
        }
    }
}
