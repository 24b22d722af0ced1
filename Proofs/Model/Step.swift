/// One line of a history: what happens, and when.
public struct Step: Sendable {
    /// Milliseconds since 1970. The clock of a history mostly goes on, and at times a little back.
    public let at: Int64
    public let event: Event

    public init(at: Int64, _ event: Event) {
        self.at = at
        self.event = event
    }
}

/// Everything that can happen in a shop. What is made by a step has a name of its own, so that later steps can speak of
/// it also where an earlier one is left out.
public enum Event: Sendable {
    case order(Purchase)
    /// Makes a guest's order a customer's; customers ask for themselves, or the shop does it.
    case claimOrder(order: String, customer: String, isForOneself: Bool)
    /// What the platform says of somebody, in place of all it said before.
    case person(String, Person)
    case join(customer: String)
    case leave(customer: String)
    case program(Rules)
    /// Makes an offer, or changes the one of that name.
    case offer(String, Offer)
    case redeem(ticket: String, customer: String, offer: String)
    case use(ticket: String)
    case cancel(ticket: String)
    case hold(String, customer: String, HoldWish, seconds: Int64)
    /// Spends what is held; all of it, where nothing is said.
    case confirm(hold: String, points: Int64?)
    case release(hold: String)
    case bonus(Report)
    /// Somebody claims the code of somebody else.
    case invite(String, referee: String, referrer: String, address: String?)
    case decide(invitation: String, isReleased: Bool)
    case grant(customer: String, tier: String, lastDay: Int, reason: String)
    case revoke(customer: String)
    case adjust(customer: String, points: Int64, reason: String)
    /// The scheduled work of the shop.
    case upkeep
}

/// What a hold keeps: points, or an offer with all that it takes.
public enum HoldWish: Equatable, Sendable {
    case points(Int64)
    case offer(String)
}

/// What came of a step.
public struct Answer: Equatable, Sendable {
    /// The rule that was broken; `nil` where the step was accepted.
    public let rejection: String?
    /// The points that the step was about: what came in or went out, without what came due or followed with it.
    public let points: Int64
    /// What else it tells.
    public let word: String

    public init(rejection: String? = nil, points: Int64 = 0, word: String = "") {
        self.rejection = rejection
        self.points = points
        self.word = word
    }

    /// Where nothing is moved but something is accepted.
    public static let accepted = Answer()
}

/// Why a step is not accepted.
struct Refusal: Error {
    let rule: String

    init(_ rule: String) { self.rule = rule }
}
