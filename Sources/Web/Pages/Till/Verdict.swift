import Loyalty
import Operations

/// What the till says of a code, so that it is seen from across the counter: in a colour, a sign and a word.
struct Verdict: Sendable {
    enum Kind: String, CaseIterable {
        case good
        /// It was used just now, by whoever looks.
        case done
        case used
        case cancelled
        case expired
        case mistyped
        case unknown
        /// Too many codes were guessed at.
        case wait

        var icon: String {
            switch self {
            case .good, .done: "check"
            case .used, .cancelled, .unknown: "cross"
            case .expired, .wait: "clock"
            case .mistyped: "info"
            }
        }
    }

    let kind: String
    let icon: String
    let word: String
    /// Since when, or what to do.
    let sentence: String
    let ticket: Ticket?

    /// What is known without a redemption.
    init(_ kind: Kind, _ words: Catalogue, _ holes: [String: String] = [:]) {
        self.init(kind, words, words("till.\(kind.rawValue).sentence", holes), nil)
    }

    /// - Parameters:
    ///   - code: What was typed, where it was a code: it can be used then.
    ///   - isDone: Whether the one who looks has used it a moment ago.
    init(
        _ details: RedemptionDetails, _ clock: ShopClock, for context: BackOfficeContext, code: String? = nil,
        once: String, isDone: Bool = false
    ) {
        let kind = isDone ? .done : Kind(details)
        let sentence: String
        switch details.redemption.outcome {
        case .used(let at, _, _) where kind == .used:
            sentence = clock.words("till.used.sentence", ["when": clock.moment(at)])
        case .cancelled(let at, _): sentence = clock.words("till.cancelled.sentence", ["when": clock.moment(at)])
        default:
            let end = details.redemption.expiresAt
            let holes = ["when": clock.moment(end), "soon": clock.coming(end)]
            sentence = clock.words("till.\(kind.rawValue).sentence", holes)
        }
        let ticket = Ticket(details, clock, for: context, code: kind == .good ? code : nil, once: once)
        self.init(kind, clock.words, sentence, ticket)
    }

    private init(_ kind: Kind, _ words: Catalogue, _ sentence: String, _ ticket: Ticket?) {
        self.kind = kind.rawValue
        icon = kind.icon
        word = words("till.\(kind.rawValue)")
        self.sentence = sentence
        self.ticket = ticket
    }
}

extension Verdict.Kind {
    fileprivate init(_ details: RedemptionDetails) {
        switch details.status {
        case .pending: self = .good
        case .redeemed: self = .used
        case .cancelled: self = .cancelled
        case .expired: self = .expired
        }
    }
}

/// What a code is for, and whose it is.
struct Ticket: Sendable {
    let reward: String
    let benefit: String
    let person: String
    let memberPath: String
    let cost: String
    let issued: String
    let order: String?
    let ticketPath: String
    /// Where it can be cancelled; `nil` where it has ended.
    let cancelPath: String?
    /// The code, where it can be used now.
    let code: String?
    let usePath: String
    let once: String

    init(_ details: RedemptionDetails, _ clock: ShopClock, for context: BackOfficeContext, code: String?, once: String)
    {
        let redemption = details.redemption
        reward = details.reward.name
        benefit = clock.wording.benefit(details.reward.benefit)
        person = firstName(details.customerName, redemption.customerID)
        memberPath = context.path(TillPath.member(redemption.customerID))
        cost = clock.wording.points(redemption.cost)
        issued = clock.moment(redemption.issuedAt)
        order = if case .used(_, let order?, _) = redemption.outcome { order.text } else { nil }
        ticketPath = context.path(TillPath.redemption(redemption.id))
        cancelPath = details.status == .pending ? context.path(TillPath.cancellation(of: redemption.id)) : nil
        self.code = code
        usePath = context.path(TillPath.home)
        self.once = once
    }
}
