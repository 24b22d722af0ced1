/// What a program gives besides the points of orders.
public struct Bonuses: Equatable, Sendable {
    public var signup: Int64 = 0
    public var birthday: Int64 = 0
    public var review = Gift()
    /// The shop's own events, by their keys.
    public var events: [String: Gift] = [:]

    public enum Period: Sendable, CaseIterable { case day, week, month, year, ever }

    /// Points for an event, so many times in a period.
    public struct Gift: Equatable, Sendable {
        public var points: Int64
        public var limit: Int64
        public var period: Period

        public init(points: Int64 = 0, limit: Int64 = 1, period: Period = .day) {
            self.points = points
            self.limit = limit
            self.period = period
        }
    }

    public init() {}

    func gift(for event: String) -> Gift? { event == "review" ? review : events[event] }

    func check() throws(Refusal) {
        for gift in [review] + events.values {
            if gift.points < 0 { throw Refusal("bonus_points_must_be_in_range") }
            if gift.limit < 1 { throw Refusal("bonus_limit_must_be_at_least_one") }
        }
    }
}

/// That something happened which a program may reward.
public struct Report: Equatable, Sendable {
    public let customer: String
    public let event: String
    public let reference: String
    /// `nil` for now.
    public let occurredAt: Int64?

    public init(of event: String, _ reference: String, by customer: String, at occurredAt: Int64?) {
        self.customer = customer
        self.event = event
        self.reference = reference
        self.occurredAt = occurredAt
    }
}

extension Books {
    /// A bonus that was given.
    struct Given {
        let customer: String
        let event: String
        let reference: String
        let day: Int
        let points: Int64
    }

    /// Gives the bonus for an event, once for each reference.
    mutating func give(_ report: Report, at now: Int64) throws(Refusal) -> Answer {
        let occurredAt = report.occurredAt ?? now
        if let before = given.first(where: { $0.isOf(report) }) { return Answer(points: before.points, word: "again") }
        bringUpToDate(report.customer, at: now)
        guard isIn(report.customer) else { throw Refusal("membership_must_exist") }
        if occurredAt > now { throw Refusal("bonus_time_must_not_be_in_the_future") }
        guard let rules, rules.isActive else { throw Refusal("program_must_be_active") }
        guard let gift = rules.bonuses.gift(for: report.event) else { throw Refusal("bonus_event_must_exist") }
        if gift.points == 0 { throw Refusal("bonus_must_be_on") }
        let today = day(of: occurredAt)
        let before = given.count {
            $0.customer == report.customer && $0.event == report.event && gift.period.joins($0.day, today)
        }
        if before >= gift.limit { throw Refusal("bonus_limit_must_not_be_reached") }
        given.append(
            Given(
                customer: report.customer, event: report.event, reference: report.reference, day: today,
                points: gift.points))
        let credit = credit(of: gift.points, occurredAt: occurredAt, at: now)
        members[report.customer]?.credit(credit, .earned)
        touch(report.customer, on: today)
        settleTier(of: report.customer, at: now)
        return Answer(points: gift.points)
    }
}

extension Books.Given {
    fileprivate func isOf(_ report: Report) -> Bool {
        customer == report.customer && event == report.event && reference == report.reference
    }
}

extension Bonuses.Period {
    /// Whether two days lie in the same one.
    func joins(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (Calendar.date(of: one), Calendar.date(of: other))
        switch self {
        case .day: return one == other
        // 1 January 1970 was a Thursday, so that Mondays are four days later.
        case .week: return (one + 3) / 7 == (other + 3) / 7
        case .month: return left.year == right.year && left.month == right.month
        case .year: return left.year == right.year
        case .ever: return true
        }
    }
}
