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
    case program(Rules)
    /// Makes an offer, or changes the one of that name.
    case offer(String, Offer)
    case redeem(ticket: String, customer: String, offer: String)
    case use(ticket: String)
    case cancel(ticket: String)
    case adjust(customer: String, points: Int64, reason: String)
    /// The scheduled work of the shop.
    case upkeep
}

extension Event {
    /// The customer whose account is looked at after it, where it says so itself.
    public var customer: String? {
        switch self {
        case .order(let purchase): purchase.customer
        case .redeem(_, let customer, _), .adjust(let customer, _, _): customer
        case .program, .offer, .use, .cancel, .upkeep: nil
        }
    }
}

/// What came of a step.
public struct Answer: Equatable, Sendable {
    /// The rule that was broken; `nil` where the step was accepted.
    public let rejection: String?
    /// By how much it changed the balance, upkeep that came due with it not counted.
    public let points: Int64

    public init(rejection: String? = nil, points: Int64 = 0) {
        self.rejection = rejection
        self.points = points
    }

    /// Where nothing is moved but something is accepted.
    public static let accepted = Answer()
}

/// Why a step is not accepted.
struct Refusal: Error {
    let rule: String

    init(_ rule: String) { self.rule = rule }
}
