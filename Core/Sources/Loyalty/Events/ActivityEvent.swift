/// Something that happened in a shop and is committed: what live pages and webhooks are told.
public struct ActivityEvent: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// An order is in a new state, which moved no points.
        case orderRecorded = "order_recorded"
        case pointsChanged = "points_changed"
        case tierChanged = "tier_changed"
        /// A member got points for something that was no order.
        case bonusGiven = "bonus_given"
        /// Somebody joined without an order.
        case memberJoined = "member_joined"
        /// A member left the program, and lost the points.
        case memberLeft = "member_left"
        case rewardRedeemed = "reward_redeemed"
        case codeUsed = "code_used"
        case redemptionCancelled = "redemption_cancelled"
        /// A code ran out unused.
        case codeExpired = "code_expired"
        /// Points were reserved for a checkout, or let go of again.
        case holdPlaced = "hold_placed"
        case holdReleased = "hold_released"
        case programSaved = "program_saved"
        /// Points lapsed.
        case pointsExpired = "points_expired"
        /// The member is told that points will lapse.
        case pointsExpiring = "points_expiring"
        /// A referral was claimed, or is in another state; what it pays is told as `points_changed`.
        case referralChanged = "referral_changed"
    }

    public let kind: Kind
    public let shopID: Shop.ID
    /// `nil` for what concerns the whole shop.
    public let customerID: Customer.ID?
    public let at: Instant
    /// How the member's points moved; zero where they did not.
    public let points: Points
    public let balance: Points
    public let tierKey: String
    /// The id of the order, the redemption or the version it is about.
    public let reference: String

    public init(
        kind: Kind, shopID: Shop.ID, customerID: Customer.ID?, at: Instant, points: Points = .zero,
        balance: Points = .zero, tierKey: String = "", reference: String
    ) {
        self.kind = kind
        self.shopID = shopID
        self.customerID = customerID
        self.at = at
        self.points = points
        self.balance = balance
        self.tierKey = tierKey
        self.reference = reference
    }

    /// A bonus that was given, as it left the member.
    public init(of gift: BonusGift, at now: Instant) {
        self.init(
            .bonusGiven, of: gift.member, points: gift.bonus.points, reference: gift.bonus.reference.text, at: now)
    }

    /// Points that lapsed by an entry.
    public init(ofLapse posting: Posting, of member: Member, at now: Instant) {
        self.init(
            .pointsExpired, of: member, points: posting.entry.points, reference: posting.entry.reference, at: now)
    }

    /// An event about a member as the change left it.
    public init(_ kind: Kind, of member: Member, points: Points = .zero, reference: String, at: Instant) {
        self.init(
            kind: kind, shopID: member.shopID, customerID: member.customerID, at: at, points: points,
            balance: member.balance, tierKey: member.tierKey, reference: reference)
    }
}
