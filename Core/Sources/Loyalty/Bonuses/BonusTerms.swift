/// What a program gives besides the points of orders; nothing, unless it says so.
public struct BonusTerms: Hashable, Sendable {
    /// Once, for joining while the program is active.
    public var signup: Points = .zero
    /// Once a calendar year, on the birthday.
    public var birthday: Points = .zero
    /// For each review that the platform reports.
    public var review = BonusRule()
    /// Whatever else the platform reports.
    public var events: [BonusEvent] = []

    public init() {}

    static let eventCountMax = 50
    /// What the keys of events must not be: Tuzo's own bonuses.
    static let ownKeys: Set<String> = [Bonus.signupKey, Bonus.birthdayKey, Bonus.reviewKey]
}

/// How many points an event gives, and how often in a period.
public struct BonusRule: Hashable, Sendable {
    /// 0 where the event gives nothing.
    public var points: Points
    /// How many of them are paid in a period, at least one.
    public var limit: Int64
    public var period: BonusPeriod

    public init(points: Points = .zero, limit: Int64 = 1, period: BonusPeriod = .day) {
        self.points = points
        self.limit = limit
        self.period = period
    }
}

/// An event that only this program knows.
public struct BonusEvent: Hashable, Sendable {
    /// What the platform calls it: a word of lower-case letters, digits, `_` and `-`.
    public let key: String
    /// What members read.
    public var name: String
    public var rule: BonusRule

    public init(key: String, name: String, rule: BonusRule) {
        self.key = key
        self.name = name
        self.rule = rule
    }
}
