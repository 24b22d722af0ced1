import Foundation
public import Loyalty
import Synchronization

/// The time zones of shops: which day it is there.
///
/// Zones live here and not in the core, because their rules come from the machine.
public final class Zones: Sendable {
    private let zones = Mutex<[String: Zone]>([:])

    public init() {}

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
public struct Zone: Sendable {
    private let timeZone: TimeZone
    private let isUTC: Bool

    fileprivate init(_ timeZone: TimeZone) {
        self.timeZone = timeZone
        isUTC = timeZone.identifier == "UTC" || timeZone.identifier == "GMT"
    }

    /// The calendar day it is there at a moment.
    public func day(of instant: Instant) -> Day {
        guard !isUTC else { return instant.utcDay }
        let date = Date(timeIntervalSince1970: .init(instant.milliseconds / 1_000))
        return instant.adding(seconds: Int64(timeZone.secondsFromGMT(for: date))).utcDay
    }
}
