/// Why points are not held, or a hold neither confirmed nor released.
public enum HoldRejection: String, ListedRejection, CaseIterable {
    case holdMustExist
    case holdMustBeOfPointsOrAReward
    case pointsMustBeAtLeastOne
    case secondsMustBeInRange
    case holdsMustBe100AtMost
    case availableMustCoverHold
    case holdMustNotBeConfirmed
    case holdMustNotBeReleased
    case holdMustNotBeExpired
    case partMustNotExceedHold
    case rewardMustBeConfirmedInFull
    case balanceMustCoverConfirmation

    public var field: String? {
        switch self {
        case .holdMustBeOfPointsOrAReward, .pointsMustBeAtLeastOne, .availableMustCoverHold, .partMustNotExceedHold,
            .rewardMustBeConfirmedInFull:
            "points"
        case .secondsMustBeInRange: "seconds"
        default: nil
        }
    }

    public var kind: RejectionKind {
        switch self {
        case .holdMustExist: .missing
        case .holdMustBeOfPointsOrAReward, .pointsMustBeAtLeastOne, .secondsMustBeInRange, .partMustNotExceedHold,
            .rewardMustBeConfirmedInFull:
            .badInput
        default: .conflict
        }
    }

    public var sentence: String {
        switch self {
        case .holdMustExist: "Hold not found"
        case .holdMustBeOfPointsOrAReward: "A hold is of points or of a reward_id: give one of the two."
        case .pointsMustBeAtLeastOne: "points must be at least 1."
        case .secondsMustBeInRange: "seconds must be between 1 and \(HoldTerms.secondsMax)."
        case .holdsMustBe100AtMost: "This member has \(HoldTerms.liveCountMax) holds already: end some first."
        case .availableMustCoverHold: "points must not be more than the member has available."
        case .holdMustNotBeConfirmed: "This hold was confirmed already."
        case .holdMustNotBeReleased: "This hold was released."
        case .holdMustNotBeExpired: "This hold has expired, and its points are free again."
        case .partMustNotExceedHold: "points must not be more than the hold has."
        case .rewardMustBeConfirmedInFull: "A reward is confirmed in full: leave points out."
        case .balanceMustCoverConfirmation: "The member has not enough points left, because a refund took some."
        }
    }
}
