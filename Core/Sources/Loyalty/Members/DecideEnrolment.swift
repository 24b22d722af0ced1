/// Somebody who becomes a member of a shop.
public struct Enrolment: Hashable, Sendable {
    public let customerID: Customer.ID
    public let shopID: Shop.ID
    /// The day of joining in the shop's time zone.
    public let joinedOn: Day
    /// The code that the member will invite others with.
    public let referralCode: String
    /// When it occurred, and by whose word.
    public let occasion: BonusOccasion

    public init(
        customerID: Customer.ID, shopID: Shop.ID, joinedOn: Day, referralCode: String, occasion: BonusOccasion
    ) {
        self.customerID = customerID
        self.shopID = shopID
        self.joinedOn = joinedOn
        self.referralCode = referralCode
        self.occasion = occasion
    }
}

/// A new member, and the bonus that joining brings.
public struct EnrolmentDecision: Hashable, Sendable {
    public let member: Member
    /// `nil` where the program gives nothing for joining, or is off.
    public let welcome: BonusGift?
}

/// Decides what joining brings. Nobody is refused.
/// - Parameter program: The version in force; `nil` where the shop never saved one.
public func decideEnrolment(_ enrolment: Enrolment, under program: ProgramVersion?) -> EnrolmentDecision {
    var member = Member(
        shopID: enrolment.shopID, customerID: enrolment.customerID, joinedAt: enrolment.occasion.occurredAt,
        joinedOn: enrolment.joinedOn, referralCode: enrolment.referralCode,
        tierKey: program?.program.tiers.ladder[0].key ?? "")
    if let program { member.enterLadder(of: program.tiers) }
    guard let program, program.program.isActive, program.program.bonuses.signup > .zero else {
        return EnrolmentDecision(member: member, welcome: nil)
    }
    let draft = BonusDraft(
        kind: .earnedSignup, eventKey: Bonus.signupKey, reference: Identifier(trusted: Bonus.signupKey),
        description: "Welcome", occasion: enrolment.occasion)
    let welcome = draft.give(program.program.bonuses.signup, to: member, by: program)
    return EnrolmentDecision(member: welcome.member, welcome: welcome)
}

extension Member {
    /// Begins on the lowest tier; or on what that of an earlier version stands for, which was in force on the same day.
    fileprivate mutating func enterLadder(of tiers: TierTimeline) {
        let rank = tiers.standing(of: self, SpendingHistory(), on: joinedOn).rank
        guard rank > 0 else { return }
        tierKey = tiers.ladder[rank].key
        if let day = tiers.nextReview(of: self, SpendingHistory(), after: joinedOn) { wake(on: day) }
    }
}
