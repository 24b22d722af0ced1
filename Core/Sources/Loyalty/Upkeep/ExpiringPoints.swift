/// Points that lapse at the end of a day, unless they are used before.
public struct ExpiringPoints: Hashable, Sendable {
    public let expiresOn: Day
    public let points: Points
}

extension LotSchedule {
    /// What lapses soon, the soonest first: within 90 days, and ten days of lapsing at most.
    /// - Parameter postponed: Days at whose end lots lapse whose last day is over already.
    public func expiring(from today: Day, postponed: [Day: Day] = [:]) -> [ExpiringPoints] {
        var points: [Day: Points] = [:]
        for part in parts.prefix(while: { $0.lastDay <= today + horizonDays }) {
            let day = part.lastDay >= today ? part.lastDay : postponed[part.lastDay] ?? today
            points[day, default: .zero] += part.points
        }
        return points.filter { $0.key <= today + horizonDays }
            .map { ExpiringPoints(expiresOn: $0.key, points: $0.value) }
            .sorted { $0.expiresOn < $1.expiresOn }.prefix(countMax).map(\.self)
    }
}

private let horizonDays = 90
private let countMax = 10
