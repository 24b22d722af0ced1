/// Why a reward cannot be saved like this.
public struct RewardRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case rewardMustExist
        /// Somebody else has saved it since whoever changes it has looked.
        case rewardMustBeAsItWasSeen
        case nameMustNotBeEmpty
        case costMustBeAtLeastOne
        case costMustBeBelowTheLimit
        case tierMustExist
        case stockMustNotBeNegative
        case limitMustBeAtLeastOne
        case validityMustEndAfterItBegins
        case codeDaysMustBeInRange
        case percentageMustBeInRange
        case discountMustBeAboveZero
        case benefitMustBeNamed
        case bonusMustBeInRange
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String? = nil) {
        self.rule = rule
        self.field = field
    }

    public var kind: RejectionKind {
        switch rule {
        case .rewardMustExist: .missing
        case .rewardMustBeAsItWasSeen: .conflict
        default: .badInput
        }
    }

    public var sentence: String {
        let subject = field ?? "The reward"
        return switch rule {
        case .rewardMustExist: "Reward not found"
        case .rewardMustBeAsItWasSeen: "Somebody saved the reward meanwhile: look at it again first."
        case .nameMustNotBeEmpty, .benefitMustBeNamed: "\(subject) must not be empty."
        case .costMustBeAtLeastOne, .limitMustBeAtLeastOne: "\(subject) must be at least 1."
        case .costMustBeBelowTheLimit: "\(subject) must be at most \(Points.limit)."
        case .tierMustExist: "\(subject) must be the key of a tier of the program."
        case .stockMustNotBeNegative: "\(subject) must not be negative; null means unlimited."
        case .validityMustEndAfterItBegins: "valid_until must be after valid_from."
        case .codeDaysMustBeInRange: "\(subject) must be between 1 and \(Reward.codeDaysMax)."
        case .percentageMustBeInRange: "\(subject) must be above 0 and at most 100."
        case .discountMustBeAboveZero: "\(subject) must be above 0."
        case .bonusMustBeInRange: "\(subject) must be between 1 and \(Points.limit)."
        }
    }
}
