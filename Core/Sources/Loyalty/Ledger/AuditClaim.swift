/// A claim that a member was invited, with what an audit has to know of others.
public struct AuditClaim: Sendable {
    public let referral: Referral
    /// The larger of the referrer's balance and what they have earned.
    public let referrerPoints: Points
    /// Whether over live referrals the referrer was invited by the member; told of one member of each circle.
    public let closesCircle: Bool

    public init(referral: Referral, referrerPoints: Points, closesCircle: Bool) {
        self.referral = referral
        self.referrerPoints = referrerPoints
        self.closesCircle = closesCircle
    }
}
