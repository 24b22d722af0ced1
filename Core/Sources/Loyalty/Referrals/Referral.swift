/// A claim that one customer was invited to a shop by a member of it, and what became of it.
public struct Referral: Hashable, Sendable {
    public typealias ID = Identifier<Referral>

    public let id: ID
    /// Who invited.
    public let referrerID: Customer.ID
    /// Who was invited.
    public let refereeID: Customer.ID
    public let claimedAt: Instant
    /// A keyed hash of the address that the claim came from; `nil` where none was told.
    public let addressHash: [UInt8]?
    /// The program version in force at the claim: what is paid, for which order, how long the points are good for, and
    /// how they are taken back.
    public let terms: ProgramVersion
    public internal(set) var state: ReferralState
    /// Why it was kept from being paid; stays when the owner released it.
    public internal(set) var blockReason: ReferralBlock?
    /// The referee's first order that counts, as far as the referral is live.
    public internal(set) var firstOrder: OrderPlace?
    public internal(set) var referrerShare: ReferralShare
    public internal(set) var refereeShare: ReferralShare
    public internal(set) var changedAt: Instant
    /// Who released or rejected it; `nil` while nobody has.
    public internal(set) var decidedBy: String?
    public internal(set) var note: String?

    public init(
        id: ID, referrerID: Customer.ID, refereeID: Customer.ID, claimedAt: Instant, addressHash: [UInt8]?,
        terms: ProgramVersion, state: ReferralState, blockReason: ReferralBlock? = nil, firstOrder: OrderPlace? = nil,
        referrerShare: ReferralShare = ReferralShare(), refereeShare: ReferralShare = ReferralShare(),
        changedAt: Instant, decidedBy: String? = nil, note: String? = nil
    ) {
        self.id = id
        self.referrerID = referrerID
        self.refereeID = refereeID
        self.claimedAt = claimedAt
        self.addressHash = addressHash
        self.terms = terms
        self.state = state
        self.blockReason = blockReason
        self.firstOrder = firstOrder
        self.referrerShare = referrerShare
        self.refereeShare = refereeShare
        self.changedAt = changedAt
        self.decidedBy = decidedBy
        self.note = note
    }

    /// Whether both sides were paid once, and what they got was taken back.
    public var wasTakenBack: Bool {
        state != .paid && (referrerShare.lotSequence != nil || refereeShare.lotSequence != nil)
    }

    /// Whether an order in this state may change what the referral deserves: it is the first one, or comes before it.
    public func isTouched(by held: HeldOrder) -> Bool {
        guard let firstOrder else { return held.isCounted }
        let place = OrderPlace(of: held)
        return place.orderID == firstOrder.orderID || (held.isCounted && place < firstOrder)
    }
}

/// Where a referral stands; the raw values are the API's words.
public enum ReferralState: String, Sendable, CaseIterable {
    /// Waits for the referee's first order to reach the minimum purchase.
    case pending
    /// Both sides were paid.
    case paid
    /// Kept for the owner to review; nothing is paid.
    case blocked
    /// Refused by the owner, for good.
    case rejected

    /// Whether orders of the referee still decide about it. A customer is the referee of one live referral at most.
    public var isLive: Bool { self == .pending || self == .paid }
}

/// Why a claim is kept for review; the raw values are the API's words.
public enum ReferralBlock: String, Sendable, CaseIterable {
    /// Referrer and referee have the same e-mail address or phone number.
    case selfReferral = "self_referral"
    /// The referee has a live claim by another code.
    case secondClaim = "second_claim"
    /// The referee has an order that counts already.
    case notAFirstOrder = "not_a_first_order"
    /// Too many claims came from the same address within a week.
    case tooManyClaims = "too_many_claims"
}
