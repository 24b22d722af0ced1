/// A moment in time: milliseconds since 1970 in UTC.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (left: Instant, right: Instant) -> Bool { left.milliseconds < right.milliseconds }

    public func adding(seconds: Int64) -> Instant { Instant(milliseconds: milliseconds + seconds * 1_000) }
    public func adding(days: Int) -> Instant { adding(seconds: Int64(days) * secondsPerDay) }

    /// The day it is in UTC.
    public var utcDay: Day { Day(number: Int32(floorDivision(milliseconds, millisecondsPerDay))) }

    /// `2026-11-04T10:00:00Z`; milliseconds are shown only where there are any.
    public var description: String {
        let inDay = Int(milliseconds - Int64(utcDay.number) * millisecondsPerDay)
        let seconds = inDay / 1_000
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
        let fraction = inDay % 1_000
        return "\(utcDay)T\(clock)\(fraction == 0 ? "" : ".\(padded(fraction, to: 3))")Z"
    }
}

extension Instant {
    /// Reads the profile of ISO 8601 in RFC 3339: `2026-11-04T10:00:00Z`, `2026-11-04T13:00:00.250+03:00`.
    ///
    /// The zone is required: a time without one does not name a moment. Decimals beyond milliseconds are cut off.
    /// - Returns: `nil` for any other form, and for dates and times that do not exist.
    public init?(_ text: some StringProtocol) {
        let read = TimeReader.read(text) { reader -> Int64? in
            guard let day = reader.day(), reader.divider(), let time = reader.timeInUTC() else { return nil }
            return Int64(day.number) * millisecondsPerDay + time
        }
        guard let read else { return nil }
        milliseconds = read
    }
}

private let secondsPerDay: Int64 = 86_400
private let millisecondsPerDay: Int64 = 86_400_000

private func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
}
