/// The calendar of a shop, whose days begin and end in its time zone.
public protocol ShopCalendar: Sendable {
    /// The day it is at a moment.
    func day(of moment: Instant) -> Day

    /// The last millisecond of a day.
    func end(of day: Day) -> Instant
}

extension ShopCalendar {
    /// The first millisecond of a day.
    public func start(of day: Day) -> Instant {
        Instant(milliseconds: end(of: day - 1).milliseconds + 1)
    }
}
