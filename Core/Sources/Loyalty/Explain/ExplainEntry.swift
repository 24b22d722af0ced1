/// Everything an explanation of one entry may look at.
public struct EntryContext: Sendable {
    public let entry: Entry
    /// What of the order earned when the entry was posted; `nil` for other entries, and for those of an earlier version
    /// of this server.
    public let basisAmount: Int64?
    /// The order that it is about, where it is about one.
    public let order: HeldOrder?
    /// The sum of all earlier entries of that order.
    public let postedBefore: Points
    /// The lot that it opened, as it stands now.
    public let opened: Lot?
    /// What it took from lots, and those lots.
    public let taken: [(use: LotUse, lot: Lot)]

    public init(
        entry: Entry, basisAmount: Int64?, order: HeldOrder?, postedBefore: Points, opened: Lot?,
        taken: [(use: LotUse, lot: Lot)]
    ) {
        self.entry = entry
        self.basisAmount = basisAmount
        self.order = order
        self.postedBefore = postedBefore
        self.opened = opened
        self.taken = taken
    }
}

/// Why an entry stands in a member's ledger.
public struct EntryExplanation: Sendable {
    /// What decided; the raw values are the API's codes.
    public enum Rule: String, Sendable, CaseIterable {
        case earned
        case correctedUpwards = "corrected_upwards"
        case refunded
        case belowMinimumSpend = "below_minimum_spend"
        /// Nothing is left of the order: it was refunded in full, cancelled, or sent back.
        case nothingLeft = "nothing_left"
        case bonus
        case referral
        case redeemed
        case expired
        /// The member left the program, and lost the points.
        case left
        /// Points that are taken back had lapsed before, so that they are not taken a second time from others.
        case expiryUndone = "expiry_undone"
        case adjusted
        case redemptionReturned = "redemption_returned"
        case referralTakenBack = "referral_taken_back"
    }

    public let context: EntryContext
    public let rule: Rule
    /// How the order came to points then; `nil` for entries that are not about an order.
    public let calculation: Calculation?
    /// What the order deserved then, less what was posted for it before.
    public let difference: Points?
    /// What of the difference could not be taken back.
    public let notTaken: Points
    public let forCustomer: String
    public let forOwner: String
}

/// Explains one entry by what is kept with it.
public func explainEntry(_ context: EntryContext) -> EntryExplanation {
    let entry = context.entry
    let terms = context.order?.terms
    let calculation = context.basisAmount.flatMap { amount in terms.flatMap { Calculation(of: amount, under: $0) } }
    let rule = rule(for: context, calculation)
    let difference = calculation.map { $0.points - context.postedBefore }
    // A later credit is set off against what an earlier entry could not take, so only debits fall short.
    let notTaken = entry.kind == .reversedPurchase ? difference.map { max(.zero, entry.points - $0) } ?? .zero : .zero
    let sentences = EntrySentences(context, rule, calculation)
    return EntryExplanation(
        context: context, rule: rule, calculation: calculation, difference: difference, notTaken: notTaken,
        forCustomer: sentences.forCustomer, forOwner: sentences.forOwner)
}

private func rule(for context: EntryContext, _ calculation: Calculation?) -> EntryExplanation.Rule {
    switch context.entry.kind {
    case .earnedPurchase: context.postedBefore > .zero ? .correctedUpwards : .earned
    case .reversedPurchase:
        if context.basisAmount == 0 {
            .nothingLeft
        } else {
            calculation?.minimumIsReached == false ? .belowMinimumSpend : .refunded
        }
    case .earnedReferral: .referral
    case .earnedSignup, .earnedReview, .earnedBirthday, .earnedBonus: .bonus
    case .redeemedDiscount, .redeemedProduct, .redeemedService, .redeemedShipping, .redeemedBonus: .redeemed
    case .expired:
        if context.entry.isOfLeaving { .left } else { context.entry.undoesExpiry ? .expiryUndone : .expired }
    case .adjustment: .adjusted
    case .reversedRedemption: .redemptionReturned
    case .reversedReferral: .referralTakenBack
    }
}
