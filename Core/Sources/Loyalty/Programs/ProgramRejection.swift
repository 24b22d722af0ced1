/// Why a program cannot be saved like this.
public struct ProgramRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case programMustExist
        case versionMustExist
        case versionMustBeTheNewest
        case nameMustNotBeEmpty
        case rateMustNotBeNegative
        case rateMustBeBelowTheLimit
        case minimumSpendMustNotBeNegative
        case daysMustBeInRange
        case graceMustBeAYearAtMost
        case codeDaysMustBeInRange
        case expiryMustBeAtLeastOneDay
        case tiersMustNotBeEmpty
        case tiersMustBeAtMostTwenty
        case tierNamesMustDiffer
        case lowestTierMustStartAtZero
        case thresholdsMustRise
        case multiplierMustNotBeNegative
        case multiplierMustBeBelowTheLimit
        case referralPointsMustBeInRange
        case referralMinimumMustNotBeNegative
        case bonusPointsMustBeInRange
        case bonusLimitMustBeAtLeastOne
        case bonusEventsMustBeAtMostFifty
        case bonusKeyMustBeAWord
        case bonusKeyMustNotBeTaken
        case bonusKeysMustDiffer
        case tierMustNotBeHeld
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String? = nil) {
        self.rule = rule
        self.field = field
    }

    public var kind: RejectionKind {
        switch rule {
        case .programMustExist, .versionMustExist: .missing
        case .tierMustNotBeHeld, .versionMustBeTheNewest: .conflict
        default: .badInput
        }
    }

    public var sentence: String {
        let subject = field ?? "The program"
        return switch rule {
        case .programMustExist: "No loyalty program configured"
        case .versionMustExist: "The program has no such version."
        case .versionMustBeTheNewest: "Somebody saved the program meanwhile: look at the newest version first."
        case .tierMustNotBeHeld: "\(subject) must stay while members hold it."
        case .nameMustNotBeEmpty: "\(subject) must not be empty."
        case .rateMustNotBeNegative, .multiplierMustNotBeNegative: "\(subject) must not be negative."
        case .rateMustBeBelowTheLimit, .multiplierMustBeBelowTheLimit: "\(subject) must be at most \(Rate.limit)."
        case .minimumSpendMustNotBeNegative, .referralMinimumMustNotBeNegative: "\(subject) must not be negative."
        case .daysMustBeInRange: "\(subject) must be between 0 and \(Program.daysLimit) days."
        case .graceMustBeAYearAtMost: "\(subject) must be between 0 and \(Program.graceDaysMax) days."
        case .codeDaysMustBeInRange: "\(subject) must be between 1 and \(Reward.codeDaysMax) days."
        case .expiryMustBeAtLeastOneDay:
            "\(subject) must be at least 1 day and at most \(Program.daysLimit), or null for never."
        case .tiersMustNotBeEmpty: "\(subject) must name at least one tier."
        case .tiersMustBeAtMostTwenty: "\(subject) must name \(Program.tierCountMax) tiers at most."
        case .tierNamesMustDiffer: "\(subject) is named twice."
        case .lowestTierMustStartAtZero: "\(subject) must be 0: every member holds the lowest tier from the start."
        case .thresholdsMustRise: "\(subject) must be above the threshold of the tier before it."
        case .referralPointsMustBeInRange, .bonusPointsMustBeInRange:
            "\(subject) must be between 0 and \(Points.limit)."
        case .bonusLimitMustBeAtLeastOne: "\(subject) must be at least 1."
        case .bonusEventsMustBeAtMostFifty: "\(subject) must be \(BonusTerms.eventCountMax) at most."
        case .bonusKeyMustBeAWord:
            "\(subject) must be a word of lower-case letters, digits, _ and -, 40 characters at most."
        case .bonusKeyMustNotBeTaken: "\(subject) must not be signup, birthday or review."
        case .bonusKeysMustDiffer: "\(subject) is named twice."
        }
    }
}
