import Loyalty
import Operations
import Testing

struct ZoneTests {
    /// The clocks of Cairo and São Paulo skip midnight in spring, those of Havana have it twice in autumn.
    @Test(arguments: [
        ("Africa/Nairobi", "2026-11-02", "2026-11-02T20:59:59.999Z"),
        ("UTC", "2026-11-02", "2026-11-02T23:59:59.999Z"),
        ("America/New_York", "2027-03-14", "2027-03-15T03:59:59.999Z"),
        ("America/New_York", "2027-03-13", "2027-03-14T04:59:59.999Z"),
        ("America/New_York", "2026-11-01", "2026-11-02T04:59:59.999Z"),
        ("Africa/Cairo", "2024-04-25", "2024-04-25T21:59:59.999Z"),
        ("America/Sao_Paulo", "2017-10-14", "2017-10-15T02:59:59.999Z"),
        ("Asia/Kathmandu", "2028-02-29", "2028-02-29T18:14:59.999Z"),
        ("Pacific/Auckland", "2026-12-31", "2026-12-31T10:59:59.999Z"),
    ])
    func `a day ends a millisecond before the next one begins`(name: String, day: String, end: String) throws {
        let zone = try Zones.shared.zone(named: name)
        let day = try #require(Day(day))
        let last = zone.end(of: day)
        #expect(last == Instant(end))
        #expect(zone.day(of: last) == day)
        #expect(zone.day(of: Instant(milliseconds: last.milliseconds + 1)) == day + 1)
    }

    @Test func `every night of a year ends one day and begins the next, wherever the clocks are changed`() throws {
        for name in ["America/Havana", "Asia/Beirut", "America/Asuncion", "Australia/Lord_Howe", "Europe/London"] {
            let zone = try Zones.shared.zone(named: name)
            for number in 0..<366 {
                let day = Day.newYear(of: 2024) + number
                let end = zone.end(of: day)
                #expect(zone.day(of: end) == day, "\(name), \(day)")
                #expect(zone.day(of: Instant(milliseconds: end.milliseconds + 1)) == day + 1, "\(name), \(day)")
            }
        }
    }
}
