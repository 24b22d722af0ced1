/// A claim that a member was invited, with what an audit has to know of others.
public struct AuditClaim: Sendable {
    public let referral: Referral
    /// The larger of the referrer's highest balance and what they have earned, where the referral waits; else zero.
    public let referrerPeak: Points
    /// Whether over live referrals the referrer was invited by the member; told of one member of each circle.
    public let closesCircle: Bool

    public init(referral: Referral, referrerPeak: Points, closesCircle: Bool) {
        self.referral = referral
        self.referrerPeak = referrerPeak
        self.closesCircle = closesCircle
    }
}
