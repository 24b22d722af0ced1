extension PointsExpiry {
    /// The last day that points earned on a day are good for; `nil` where no date can be given in advance.
    /// - Parameter switchedOn: The day on which points began to expire at all, where once they did not: none lapse
    ///   earlier than one full period after it.
    func lastDay(forEarningOn day: Day, switchedOn: Day? = nil) -> Day? {
        switch self {
        case .never, .daysWithoutActivity: return nil
        case .daysAfterEarning(let days): return max(day, switchedOn ?? day) + days
        case .endOfCalendarYear:
            let year = max(day.year, switchedOn.map { $0.year + 1 } ?? day.year)
            return Day.newYear(of: year + 1) - 1
        }
    }
}

/// How long the points of a lot are good for, as it was settled when they were credited.
public struct LotLife: Hashable, Sendable {
    /// The last day, in the shop's time zone, where it is known in advance.
    public let expiresOn: Day?
    /// How many days they outlast the member's last activity.
    public let idleDays: Int?

    /// For ever.
    public static let endless = LotLife(expiresOn: nil, idleDays: nil)

    public init(expiresOn: Day?, idleDays: Int?) {
        self.expiresOn = expiresOn
        self.idleDays = idleDays
    }
}

extension ProgramVersion {
    /// How long points are good for that were earned on a day.
    public func life(ofPointsEarnedOn day: Day) -> LotLife {
        guard case .daysWithoutActivity(let days) = program.expiry else {
            let lastDay = program.expiry.lastDay(forEarningOn: day, switchedOn: expirySwitchedOn)
            return LotLife(expiresOn: lastDay, idleDays: nil)
        }
        return LotLife(expiresOn: nil, idleDays: days)
    }

    /// The day that points began to expire on, for the version that a save makes on a day; `nil` where they do not
    /// expire, or ever did.
    public static func expirySwitchedOn(by program: Program, after last: ProgramVersion?, on today: Day) -> Day? {
        guard program.expiry != .never, let last else { return nil }
        return last.program.expiry == .never ? today : last.expirySwitchedOn
    }
}
