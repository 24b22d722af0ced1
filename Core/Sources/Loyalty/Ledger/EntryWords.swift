extension Entry {
    /// Whether it brings back points that had lapsed, for the reversal after it to take.
    public var undoesExpiry: Bool { kind == .expired && points > .zero }

    /// Whether it takes what is lost by leaving the program.
    public var isOfLeaving: Bool { kind == .expired && points < .zero && reference == Entry.leavingReference }

    /// What an entry refers to that takes what is lost by leaving; all others that lapse refer to a day.
    static let leavingReference = "left"

    /// What happened, in plain words for statements and explanations.
    public var words: String {
        if isOfLeaving { return "Points lost by leaving" }
        return undoesExpiry ? "Expiry undone" : kind.words
    }
}

extension EntryKind {
    /// What happened, in plain words for statements and explanations.
    public var words: String {
        switch self {
        case .earnedPurchase: "Points for an order"
        case .earnedSignup: "Welcome points"
        case .earnedReferral: "Points for an invitation"
        case .earnedReview: "Points for a review"
        case .earnedBirthday: "Birthday points"
        case .earnedBonus: "Bonus points"
        case .redeemedDiscount: "Spent on a discount"
        case .redeemedProduct: "Spent on a product"
        case .redeemedService: "Spent on a service"
        case .redeemedShipping: "Spent on free shipping"
        case .redeemedBonus: "Spent on bonus points"
        case .expired: "Points that expired"
        case .adjustment: "Given or taken by the shop"
        case .reversedPurchase: "Taken back with an order"
        case .reversedRedemption: "Given back from a redemption"
        case .reversedReferral: "Taken back with an invitation"
        }
    }
}
