import Foundation
public import Loyalty
import Synchronization

/// The time zones of shops: which day it is there.
///
/// Zones live here and not in the core, because their rules come from the machine.
public final class Zones: Sendable {
    /// The zones of this machine.
    public static let shared = Zones()

    private let zones = Mutex<[String: Zone]>([:])

    private init() {}

    /// The zones that a shop can be in, by their IANA names, in their order.
    public let names: [String] = (TimeZone.knownTimeZoneIdentifiers.filter { $0.contains("/") } + ["UTC"]).sorted()

    /// Finds a zone by its IANA name.
    /// - Throws: ``ShopRejection/timeZoneMustBeKnown`` where this machine knows no such zone.
    public func zone(named name: String) throws(ShopRejection) -> Zone {
        if let known = zones.withLock({ $0[name] }) { return known }
        // `TimeZone` also takes abbreviations such as EST, whose meaning is anybody's guess.
        guard name == "UTC" || name.contains("/"), let timeZone = TimeZone(identifier: name) else {
            throw .timeZoneMustBeKnown
        }
        let zone = Zone(timeZone)
        zones.withLock { $0[name] = zone }
        return zone
    }
}

/// One time zone.
public struct Zone: ShopCalendar {
    private let timeZone: TimeZone
    private let isUTC: Bool

    fileprivate init(_ timeZone: TimeZone) {
        self.timeZone = timeZone
        isUTC = timeZone.identifier == "UTC" || timeZone.identifier == "GMT"
    }

    /// The calendar day it is there at a moment.
    public func day(of instant: Instant) -> Day {
        guard !isUTC else { return instant.utcDay }
        return instant.adding(seconds: offset(at: instant)).utcDay
    }

    /// What the clock shows there at a moment: hours and minutes.
    public func clock(at instant: Instant) -> (hour: Int, minute: Int) {
        let local = instant.adding(seconds: offset(at: instant))
        let minutes =
            Int(local.milliseconds - Instant(milliseconds: 0).adding(days: Int(local.utcDay.number)).milliseconds)
            / 60_000
        return (minutes / 60, minutes % 60)
    }

    public func end(of day: Day) -> Instant {
        // Without the clock being changed that night, the first guess is right.
        let midnight = Instant(milliseconds: 0).adding(days: day - Day(number: 0) + 1)
        var guess = midnight
        for _ in 0..<2 { guess = midnight.adding(seconds: -offset(at: guess)) }
        if self.day(of: guess.earlier) == day, self.day(of: guess) > day { return guess.earlier }
        return searchEnd(of: day, around: midnight)
    }

    /// Halves the time between a moment that is surely before the end of the day and one that is surely after it.
    private func searchEnd(of day: Day, around midnight: Instant) -> Instant {
        var inside = midnight.adding(days: -2).milliseconds
        var outside = midnight.adding(days: 2).milliseconds
        while inside + 1 < outside {
            let middle = (inside + outside) / 2
            if self.day(of: Instant(milliseconds: middle)) <= day { inside = middle } else { outside = middle }
        }
        return Instant(milliseconds: inside)
    }

    private func offset(at instant: Instant) -> Int64 {
        let date = Date(timeIntervalSince1970: .init(instant.milliseconds / 1_000))
        return Int64(timeZone.secondsFromGMT(for: date))
    }
}

extension Instant {
    /// A millisecond before.
    fileprivate var earlier: Instant { Instant(milliseconds: milliseconds - 1) }
}
