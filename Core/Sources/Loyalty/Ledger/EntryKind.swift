/// What an entry records; the raw values are the API's words.
public enum EntryKind: String, Sendable, CaseIterable {
    case earnedPurchase = "earned_purchase"
    case earnedSignup = "earned_signup"
    case earnedReferral = "earned_referral"
    case earnedReview = "earned_review"
    case earnedBirthday = "earned_birthday"
    case earnedBonus = "earned_bonus"
    case redeemedDiscount = "redeemed_discount"
    case redeemedProduct = "redeemed_product"
    case redeemedService = "redeemed_service"
    case redeemedShipping = "redeemed_shipping"
    case redeemedBonus = "redeemed_bonus"
    case expired
    case adjustment
    case reversedPurchase = "reversed_purchase"
    case reversedRedemption = "reversed_redemption"
    case reversedReferral = "reversed_referral"

    /// The total that an entry of this kind adds to: what the reports call its column.
    public var total: LedgerTotal {
        switch self {
        case .earnedPurchase, .earnedSignup, .earnedReferral, .earnedReview, .earnedBirthday, .earnedBonus: .earned
        case .redeemedDiscount, .redeemedProduct, .redeemedService, .redeemedShipping, .redeemedBonus: .redeemed
        case .expired: .expired
        case .adjustment: .adjusted
        case .reversedPurchase, .reversedReferral: .reversed
        case .reversedRedemption: .returned
        }
    }

    /// Whether the member did something: earned or redeemed points. Reversals, lapses and adjustments by hand happen to
    /// a member.
    var isActivity: Bool { total == .earned || total == .redeemed }
}

/// The columns that a shop's points are summed into:
/// opening + earned + adjusted + returned − redeemed − expired − reversed = closing.
public enum LedgerTotal: String, Sendable, CaseIterable {
    case earned
    case redeemed
    case expired
    case adjusted
    /// Earnings taken back by a refund or a claw-back.
    case reversed
    /// Redemptions that were cancelled.
    case returned
}
