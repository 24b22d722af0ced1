import Loyalty
import Operations
import Storage
import Testing

struct BirthdayTests {
    @Test func `a birthday is kept once a year, however often the work is done`() async throws {
        let town = try await Town.withBirthdays("1990-11-03")
        for time in ["2026-11-02T20:59:59Z", "2026-11-02T21:00:00Z", "2026-11-02T21:00:01Z", "2026-11-03T22:00:00Z"] {
            town.clock.set(Instant(time)!)
            try await town.keepUp()
            #expect(try await town.entries().count == (time < "2026-11-02T21" ? 0 : 1), "\(time)")
        }
        let entry = try #require(try await town.entries().first)
        #expect(entry.kind == .earnedBirthday)
        #expect(entry.reference == "2026")
        #expect(entry.occurredAt == Instant("2026-11-02T21:00:00Z"))
        #expect(entry.actor == "tuzo")
        town.clock.set(Instant("2027-11-03T06:00:00Z")!)
        try await town.keepUp()
        #expect(try await town.entries().map(\.reference) == ["2026", "2027"])
        #expect(try await town.surroundings.audit().findings.isEmpty)
    }

    @Test func `it is the day of each shop's own zone`() async throws {
        let town = try await Town.withBirthdays("1990-11-03")
        try await town.enrol(Town.mia, in: Town.bookshop)
        try await town.give(in: Town.bookshop) { $0.birthday = Points(7) }
        town.clock.set(Instant("2026-11-03T04:59:59Z")!)
        try await town.keepUp()
        #expect(try await town.entries().count == 1)
        #expect(try await town.entries(in: Town.bookshop).isEmpty)
        town.clock.set(Instant("2026-11-03T05:00:00Z")!)
        try await town.keepUp()
        #expect(try await town.entries(in: Town.bookshop).map(\.points) == [Points(7)])
        #expect(try await town.entries(in: Town.bookshop).first?.occurredAt == Instant("2026-11-03T05:00:00Z"))
    }

    @Test func `days that were missed are made up for, 31 at most`() async throws {
        for (birthday, count) in [("1990-11-03", 0), ("1990-11-11", 0), ("1990-11-12", 1), ("1990-12-12", 1)] {
            let town = try await Town.withBirthdays(birthday)
            town.clock.set(Instant("2026-12-13T09:00:00Z")!)
            try await town.keepUp()
            #expect(try await town.entries().count == count, "\(birthday)")
        }
    }

    @Test func `who was born on a leap day has the 28th where there is no 29th`() async throws {
        let town = try await Town.withBirthdays("1992-02-29")
        for day in ["2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29"] {
            town.clock.set(Instant("\(day)T09:00:00Z")!)
            try await town.keepUp()
        }
        let entries = try await town.entries().filter { $0.kind == .earnedBirthday }
        #expect(entries.map(\.occurredAt) == [Instant("2027-02-27T21:00:00Z"), Instant("2028-02-28T21:00:00Z")])
    }

    @Test func `a birthday that is changed earns no second time in the year`() async throws {
        let town = try await Town.withBirthdays("1990-11-03")
        town.clock.advance(days: 1)
        try await town.keepUp()
        try await town.order("A-1", of: Customer(id: Town.mia.id, name: "", birthday: Day("1990-11-04")), 0)
        town.clock.advance(days: 1)
        try await town.keepUp()
        #expect(try await town.entries().count == 1)
    }

    @Test func `who joins after the birthday gets nothing for it this year, who joins on it does`() async throws {
        let town = try await Town.withBirthdays("1990-01-01")
        for (customer, birthday) in [("zoe", "1980-11-02"), ("ada", "1980-11-01"), ("kofi", "1980-11-03")] {
            try await town.enrol(Customer(id: Identifier(trusted: customer), name: "", birthday: Day(birthday)))
        }
        town.clock.advance(days: 1)
        try await town.keepUp()
        for (customer, count) in [("zoe", 1), ("ada", 0), ("kofi", 1)] {
            let entries = try await town.entries(of: Customer(id: Identifier(trusted: customer), name: ""))
            #expect(entries.count == count, "\(customer)")
        }
    }

    @Test func `a program that is saved on the birthday gives nothing for it`() async throws {
        let town = try await Town.withBirthdays("1990-11-03")
        town.clock.advance(days: 1)
        try await town.give { $0.birthday = Points(500) }
        try await town.keepUp()
        #expect(try await town.entries().map(\.points) == [Points(50)])
        try await town.edit { $0.isActive = false }
        town.clock.set(Instant("2027-11-03T09:00:00Z")!)
        try await town.keepUp()
        #expect(try await town.entries().count == 1)
    }

    @Test func `a clock that goes back, and servers that work at once, give nothing twice`() async throws {
        let town = try await Town.withBirthdays("1990-11-03")
        town.clock.advance(days: 1)
        _ = try await town.atOnce(8) { _ in try await town.keepUp() }
        for days in [9_000, -9_001, 1] {
            town.clock.advance(days: days)
            try await town.keepUp()
        }
        #expect(try await town.entries().count(where: { $0.kind == .earnedBirthday && $0.reference == "2026" }) == 1)
        #expect(try await town.entries().count(where: { $0.kind == .earnedBirthday }) == 1)
    }
}

extension Town {
    /// A town whose bakery has given 50 points for birthdays since the day before, with Mia born on a day.
    static func withBirthdays(_ birthday: String) async throws -> Town {
        let town = try await open()
        let noon = town.clock.now
        town.clock.advance(days: -1)
        try await town.give { $0.birthday = Points(50) }
        try await town.enrol(Customer(id: mia.id, name: "Mia", birthday: Day(birthday)))
        town.clock.set(noon)
        try await town.keepUp()
        return town
    }

    fileprivate func keepUp() async throws {
        let tally = try await RunUpkeep(in: surroundings)()
        if tally.failures > 0 { throw StorageFailure.corrupt("the upkeep failed") }
    }
}
