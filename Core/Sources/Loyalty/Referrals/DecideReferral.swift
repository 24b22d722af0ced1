/// All that the settling of a referral may look at.
public struct ReferralContext: Sendable {
    /// The first of the referee's orders that count, as it stands now; `nil` where none does.
    public let firstOrder: FirstOrder?
    /// The two members with their open lots; where points are taken back, also with what has lapsed of the payment.
    public var referrer: MemberLedger
    public var referee: MemberLedger
    /// Whether what is known of the two says that they are one person.
    public let areOnePerson: Bool
    /// The day of `now` in the shop's time zone.
    public let today: Day
    public let now: Instant
    public let actor: String

    public init(
        firstOrder: FirstOrder?, referrer: MemberLedger, referee: MemberLedger, areOnePerson: Bool, today: Day,
        now: Instant, actor: String
    ) {
        self.firstOrder = firstOrder
        self.referrer = referrer
        self.referee = referee
        self.areOnePerson = areOnePerson
        self.today = today
        self.now = now
        self.actor = actor
    }
}

/// What is to be written about a referral and its two members; both sides move together.
public struct ReferralDecision: Hashable, Sendable {
    public let referral: Referral
    public let referrerPosting: Posting?
    public let refereePosting: Posting?
    public let referrer: Member
    public let referee: Member
}

/// Settles a referral: posts to both sides the difference between what it deserves now and what was posted before.
///
/// What it deserves is a function of the referee's orders: both payments while the first order that counts stands at
/// the minimum purchase or above, else nothing. So any sequence of states of orders ends the same. One that would be
/// paid to one person twice over is blocked instead, unless the owner has released it; one that would lift an account
/// above its limit keeps waiting.
public func decideReferral(_ referral: Referral, given context: ReferralContext) -> ReferralDecision {
    var settled = referral
    var (referrer, referee) = (context.referrer, context.referee)
    if settled.state.isLive { settled.state = liveState(of: referral, given: context) }
    if settled.state == .blocked { settled.blockReason = settled.blockReason ?? .selfReferral }
    settled.firstOrder = settled.state.isLive ? context.firstOrder?.place : nil
    let terms = settled.terms.program.referral
    func deserved(_ side: ReferralSide) -> Points { settled.state == .paid ? side.points(by: terms) : .zero }
    let referrerPosting = settled.referrerShare.settle(
        at: deserved(.referrer), as: .referrer, of: referral, on: &referrer, given: context)
    let refereePosting = settled.refereeShare.settle(
        at: deserved(.referee), as: .referee, of: referral, on: &referee, given: context)
    if settled != referral { settled.changedAt = context.now }
    var invited = referee.member
    if settled.state.isLive {
        invited.referralID = referral.id
    } else if invited.referralID == referral.id {
        invited.referralID = nil
    }
    return ReferralDecision(
        referral: settled, referrerPosting: referrerPosting, refereePosting: refereePosting, referrer: referrer.member,
        referee: invited)
}

private func liveState(of referral: Referral, given context: ReferralContext) -> ReferralState {
    let terms = referral.terms.program.referral
    guard let first = context.firstOrder, first.spending >= terms.minimumPurchase.minorUnits else { return .pending }
    guard referral.state != .paid else { return .paid }
    guard !context.areOnePerson || referral.decidedBy != nil else { return .blocked }
    let fits =
        context.referrer.member.canHold(terms.referrerPoints) && context.referee.member.canHold(terms.refereePoints)
    return fits ? .paid : .pending
}

extension Member {
    fileprivate func canHold(_ points: Points) -> Bool { max(balance, earned) + points <= .limit }
}
