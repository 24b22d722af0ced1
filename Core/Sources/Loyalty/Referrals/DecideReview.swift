/// What an owner can decide about a referral.
public enum ReferralVerdict: String, Sendable, CaseIterable {
    /// A blocked claim shall be paid like any other.
    case release
    /// It shall not be paid, and what was paid is taken back.
    case reject
}

/// Decides about an owner's verdict; a verdict that holds already changes nothing.
/// - Parameters:
///   - seenAt: When the referral had last changed as far as whoever decides knows; `nil` for whatever happened since.
///   - inviters: As in ``ClaimContext/inviters``.
///   - liveClaim: The live claim that the referee has, this one or another.
/// - Returns: The referral in its new state, still to be settled by ``decideReferral(_:given:)``.
/// - Throws: ``ReferralRejection`` for the first rule that is broken, in the order of the lines below.
public func decideReview(
    of referral: Referral, _ verdict: ReferralVerdict, note: String?, seenAt: Instant? = nil, inviters: [Customer.ID],
    liveClaim: Referral.ID?, at now: Instant, by actor: String
) throws(ReferralRejection) -> Referral {
    switch (verdict, referral.state) {
    case (.release, .pending), (.release, .paid), (.reject, .rejected): return referral
    case _ where seenAt != nil && seenAt != referral.changedAt: throw .referralMustBeAsItWasSeen
    case (.release, .rejected): throw .referralMustNotBeRejected
    case (.release, .blocked):
        guard liveClaim == nil || liveClaim == referral.id else { throw .refereeMustHaveNoOtherClaim }
        try requireNoCircle(of: referral.refereeID, among: inviters)
    case (.reject, _): break
    }
    // From here on it succeeds.
    var decided = referral
    decided.state = verdict == .release ? .pending : .rejected
    decided.changedAt = now
    decided.decidedBy = actor
    decided.note = note
    return decided
}
