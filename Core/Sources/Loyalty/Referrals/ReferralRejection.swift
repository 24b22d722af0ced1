/// Why a referral is not claimed, released or rejected.
public enum ReferralRejection: String, ListedRejection, CaseIterable {
    case referralCodeMustExist
    case referralProgramMustBeActive
    case referralMustNotBeOnesOwn
    case referralMustNotGoInACircle
    case referralMustExist
    case referralMustNotBeRejected
    case refereeMustHaveNoOtherClaim
    /// Something was decided or paid since whoever decides has looked at it.
    case referralMustBeAsItWasSeen

    public var field: String? {
        switch self {
        case .referralCodeMustExist, .referralMustNotBeOnesOwn: "code"
        case .referralMustNotBeRejected, .refereeMustHaveNoOtherClaim: "decision"
        case .referralProgramMustBeActive, .referralMustNotGoInACircle, .referralMustExist, .referralMustBeAsItWasSeen:
            nil
        }
    }

    public var kind: RejectionKind {
        switch self {
        case .referralCodeMustExist, .referralMustExist: .missing
        case .referralMustNotBeOnesOwn: .badInput
        default: .conflict
        }
    }

    public var sentence: String {
        switch self {
        case .referralCodeMustExist: "No member of this shop has that code."
        case .referralProgramMustBeActive: "Referral program not active"
        case .referralMustNotBeOnesOwn: "Nobody can invite themselves."
        case .referralMustNotGoInACircle:
            "The one who invites was invited by the one who is invited, over others or directly."
        case .referralMustExist: "Referral not found"
        case .referralMustNotBeRejected: "The referral was rejected, and stays so."
        case .refereeMustHaveNoOtherClaim:
            "The one who is invited has another claim that is live: reject that one first."
        case .referralMustBeAsItWasSeen: "The referral was changed meanwhile: look at it again first."
        }
    }
}
