extension Referral {
    /// How many inviters a chain may have; a longer one is taken for a circle.
    public static let chainMax = 1_000
    /// From the how-manieth claim on, within ``claimWindowDays``, those of one address are kept for review.
    static let claimsFromAddressMax = 10
    public static let claimWindowDays = 7
}

/// A claim as it was made.
public struct ReferralClaim: Sendable {
    /// The id of the new referral.
    public let id: Referral.ID
    public let addressHash: [UInt8]?
    public let at: Instant

    public init(id: Referral.ID, addressHash: [UInt8]?, at: Instant) {
        self.id = id
        self.addressHash = addressHash
        self.at = at
    }
}

/// All that a decision about a claim may look at.
public struct ClaimContext: Sendable {
    /// The version in force; `nil` where the shop never saved a program.
    public let program: ProgramVersion?
    /// Whose code it is.
    public let referrerID: Customer.ID
    /// Who claims to be invited; with the live claim they have, and the count of their orders.
    public let referee: Member
    /// Who invited the referrer, who invited that one, and so on, over live referrals; ``Referral/chainMax`` at most.
    public let inviters: [Customer.ID]
    /// Whether what is known of the two says that they are one person.
    public let areOnePerson: Bool
    /// Claims from the same address within the last ``Referral/claimWindowDays``.
    public let claimsFromAddress: Int

    public init(
        program: ProgramVersion?, referrerID: Customer.ID, referee: Member, inviters: [Customer.ID], areOnePerson: Bool,
        claimsFromAddress: Int
    ) {
        self.program = program
        self.referrerID = referrerID
        self.referee = referee
        self.inviters = inviters
        self.areOnePerson = areOnePerson
        self.claimsFromAddress = claimsFromAddress
    }
}

/// A new referral, and the referee with it.
public struct ClaimDecision: Hashable, Sendable {
    public let referral: Referral
    public let referee: Member
}

/// Decides about a claim: it waits for the first order, by the terms in force, or for the owner's review.
/// - Throws: ``ReferralRejection`` for the first rule that is broken, in the order of the lines below.
public func decideClaim(
    _ claim: ReferralClaim, given context: ClaimContext
) throws(ReferralRejection) -> ClaimDecision {
    guard let version = context.program, version.program.isActive, version.program.referral.isActive else {
        throw .referralProgramMustBeActive
    }
    let (referrerID, refereeID) = (context.referrerID, context.referee.customerID)
    guard referrerID != refereeID else { throw .referralMustNotBeOnesOwn }
    try requireNoCircle(of: refereeID, among: context.inviters)
    // From here on it succeeds.
    let reason = blockReason(given: context)
    var referee = context.referee
    referee.comeBack()
    if reason == nil { referee.referralID = claim.id }
    let referral = Referral(
        id: claim.id, referrerID: referrerID, refereeID: refereeID, claimedAt: claim.at,
        addressHash: claim.addressHash, terms: version, state: reason == nil ? .pending : .blocked,
        blockReason: reason, changedAt: claim.at)
    return ClaimDecision(referral: referral, referee: referee)
}

/// Refuses a referral whose referee is among those who invited its referrer.
func requireNoCircle(of referee: Customer.ID, among inviters: [Customer.ID]) throws(ReferralRejection) {
    guard inviters.count < Referral.chainMax, !inviters.contains(referee) else { throw .referralMustNotGoInACircle }
}

/// The first reason that stands, in the order of the lines below.
private func blockReason(given context: ClaimContext) -> ReferralBlock? {
    if context.areOnePerson { return .selfReferral }
    if context.referee.referralID != nil { return .secondClaim }
    if context.referee.orderCount > 0 { return .notAFirstOrder }
    return context.claimsFromAddress + 1 >= Referral.claimsFromAddressMax ? .tooManyClaims : nil
}
