extension TierTimeline {
    /// The next day on which time alone may move a member's tier: a border, the end of grace or of a grant, the first
    /// of a month where spending drops out of a rolling year, and a day to come that already has spending.
    /// - Returns: `nil` where only an order, a refund or a new version can move it.
    public func nextReview(of member: Member, _ history: SpendingHistory, after day: Day) -> Day? {
        var days: [Day?] = [
            history.firstDay(after: day), earlier.first { $0.lastDay > day }?.lastDay,
        ]
        if let grant = member.grant {
            days += [grant.grantedOn, grant.lastDay + 1].map { $0 > day ? $0 : nil }
        }
        if standing(of: history, joinedOn: member.joinedOn, on: day).rank > 0 {
            days.append(policy.nextFall(after: day, joinedOn: member.joinedOn))
        }
        return days.compactMap(\.self).min()
    }
}

extension TierPolicy {
    /// The next day on which somebody above the lowest tier may fall; `nil` where nobody does by time.
    func nextFall(after day: Day, joinedOn: Day) -> Day? {
        guard fall != .never else { return nil }
        switch period {
        case .lifetime: return nil
        case .rolling12Months:
            var month = day.firstOfMonth
            var next = day.firstOfNextMonth
            while month + graceDays > day {
                next = min(next, month + graceDays)
                month = (month - 1).firstOfMonth
            }
            return next
        case .calendarYear, .membershipYear:
            let years = years(ofMemberJoining: joinedOn)
            let start = years.start(ofYearWith: day)
            return start + graceDays > day ? start + graceDays : years.start(after: start)
        }
    }
}
