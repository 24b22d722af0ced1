/// A notice to a member that points will lapse. Without one, none lapse that somebody could still have spent.
public struct ExpiryWarning: Hashable, Sendable {
    /// The last day of the lots that it is about.
    public let lastDay: Day
    /// Which of the notices it is: that of 30 days before, or that of 7.
    public let daysBefore: Int
    /// The day at whose end the points lapse: the last day, or a later one where the first warning came too late.
    public let lapsesOn: Day
    /// What was to lapse when it was given.
    public let points: Points
    public let warnedAt: Instant

    public init(lastDay: Day, daysBefore: Int, lapsesOn: Day, points: Points, warnedAt: Instant) {
        self.lastDay = lastDay
        self.daysBefore = daysBefore
        self.lapsesOn = lapsesOn
        self.points = points
        self.warnedAt = warnedAt
    }

    /// How many days before their last day members are warned of a lapse, and how many before that once more.
    static let firstDaysBefore = 30
    static let lastDaysBefore = 7
    /// How many days points stay good after a first warning that came when their last day was over.
    static let daysAfterLateWarning = 7
}

extension LotSchedule.Part {
    /// The warning that is due on a day up to the last one, where it was not given.
    func warning(on today: Day, after given: [ExpiryWarning], at now: Instant) -> ExpiryWarning? {
        guard
            let daysBefore = [ExpiryWarning.lastDaysBefore, ExpiryWarning.firstDaysBefore]
                .first(where: { today >= lastDay - $0 }), given.allSatisfy({ $0.daysBefore > daysBefore })
        else { return nil }
        return ExpiryWarning(
            lastDay: lastDay, daysBefore: daysBefore, lapsesOn: given.first?.lapsesOn ?? lastDay, points: points,
            warnedAt: now)
    }

    /// The first warning, where it comes when the last day is over.
    func lateWarning(on today: Day, at now: Instant) -> ExpiryWarning {
        ExpiryWarning(
            lastDay: lastDay, daysBefore: ExpiryWarning.lastDaysBefore,
            lapsesOn: today + ExpiryWarning.daysAfterLateWarning, points: points, warnedAt: now)
    }

    /// Whether activity may give the lots another last day that asks for a warning at once: within the time of
    /// warnings, lots that lapse without activity are looked at every day, and after every activity.
    func isAboutToMove(on today: Day) -> Bool {
        today >= lastDay - ExpiryWarning.firstDaysBefore && lots.contains { $0.idleDays != nil }
    }

    /// The next day after one, up to the last one, on which a warning or the lapse is due.
    func nextDue(after today: Day) -> Day {
        let days = [ExpiryWarning.firstDaysBefore, ExpiryWarning.lastDaysBefore].map { lastDay - $0 }
        return days.first { $0 > today } ?? lastDay + 1
    }
}
