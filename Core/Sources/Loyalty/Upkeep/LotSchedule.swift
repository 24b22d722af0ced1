/// A member's open lots by the last day that their points are good for, the soonest first.
public struct LotSchedule: Sendable {
    /// The lots of one last day, in the order of consumption.
    public struct Part: Sendable {
        public let lastDay: Day
        public let lots: ArraySlice<Lot>

        public var points: Points { lots.lazy.map(\.remaining).total }
    }

    /// Lots that never lapse are in none of them.
    public let parts: [Part]

    /// - Parameter member: Lots that lapse without activity count from the last activity.
    public init(_ lots: [Lot], of member: Member, in calendar: any ShopCalendar) {
        var dated: [(lastDay: Day, lot: Lot)] = []
        var lastActivityOn: Day?
        for lot in lots where lot.remaining > .zero {
            if lot.expiresOn == nil, lot.idleDays != nil, lastActivityOn == nil {
                lastActivityOn = calendar.day(of: member.lastActivityAt)
            }
            guard let day = lot.lastDay(lastActivityOn: lastActivityOn, in: calendar) else { continue }
            dated.append((day, lot))
        }
        dated.sort { left, right in
            left.lastDay == right.lastDay
                ? Lot.isConsumedBefore(left.lot, right.lot) : left.lastDay < right.lastDay
        }
        parts = LotSchedule.parts(of: dated)
    }

    private static func parts(of dated: [(lastDay: Day, lot: Lot)]) -> [Part] {
        let lots = dated.map(\.lot)
        var (parts, rest) = ([Part](), dated[...])
        while let day = rest.first?.lastDay {
            let part = rest.prefix { $0.lastDay == day }
            parts.append(Part(lastDay: day, lots: lots[part.indices]))
            rest = rest[part.endIndex...]
        }
        return parts
    }

    /// The lots whose last day is over, although nobody was warned of it.
    func overdue(on today: Day, without warnings: [ExpiryWarning]) -> [Lot] {
        let warned = Set(warnings.map(\.lastDay))
        return parts.prefix { $0.lastDay < today }.filter { !warned.contains($0.lastDay) }.flatMap(\.lots)
    }
}

extension Lot {
    /// The last day that its points are good for, as things stand; `nil` for ever.
    func lastDay(lastActivityOn: Day?, in calendar: any ShopCalendar) -> Day? {
        guard expiresOn == nil, let idleDays else { return expiresOn }
        let earnedOn = calendar.day(of: earnedAt)
        return max(lastActivityOn ?? earnedOn, earnedOn) + idleDays
    }
}
