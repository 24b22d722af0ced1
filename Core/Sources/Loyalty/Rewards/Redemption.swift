/// A reward that a member paid points for, and the code that stands for it.
public struct Redemption: Hashable, Sendable {
    public typealias ID = Identifier<Redemption>

    public let id: ID
    public let rewardID: Reward.ID
    public let customerID: Customer.ID
    public let cost: Points
    /// The sequence of the entry that paid for it; its uses of lots tell where the points go back to.
    public let entrySequence: Int64
    public let issuedAt: Instant
    /// From this moment on the code is no good.
    public let expiresAt: Instant
    /// What becomes of the points when the code expires, as it was when the code was issued.
    public let onCodeExpiry: CodeExpiryPolicy
    /// What using the code credits, as it was when the code was issued; zero for all but bonus points.
    public let bonusPoints: Points
    public var outcome: Outcome?

    /// The one transition a redemption makes, ever.
    public enum Outcome: Hashable, Sendable {
        case used(at: Instant, order: Order.ID?, by: String)
        case cancelled(at: Instant, by: String)
        case expired(at: Instant)
    }

    /// The status in the platform's words.
    public enum Status: String, Sendable, CaseIterable {
        case pending
        case redeemed
        case cancelled
        case expired
    }

    public init(
        id: ID, rewardID: Reward.ID, customerID: Customer.ID, cost: Points, entrySequence: Int64, issuedAt: Instant,
        expiresAt: Instant, onCodeExpiry: CodeExpiryPolicy = .giveBack, bonusPoints: Points = .zero,
        outcome: Outcome? = nil
    ) {
        self.id = id
        self.rewardID = rewardID
        self.customerID = customerID
        self.cost = cost
        self.entrySequence = entrySequence
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.onCodeExpiry = onCodeExpiry
        self.bonusPoints = bonusPoints
        self.outcome = outcome
    }

    public func status(at now: Instant) -> Status {
        switch outcome {
        case .used: .redeemed
        case .cancelled: .cancelled
        case .expired: .expired
        case nil: now < expiresAt ? .pending : .expired
        }
    }
}

/// Why a code is not used, or a redemption not cancelled.
public enum RedemptionStateRejection: String, ListedRejection, CaseIterable {
    case redemptionMustExist
    case codeMustNotBeUsed
    case codeMustNotBeCancelled
    case codeMustNotBeExpired
    case codeMustHaveExpired
    case bonusMustFitTheAccount

    public var kind: RejectionKind { self == .redemptionMustExist ? .missing : .conflict }

    public var sentence: String {
        switch self {
        case .redemptionMustExist: "Redemption not found"
        case .codeMustNotBeUsed: "This code has been used already."
        case .codeMustNotBeCancelled: "This code was cancelled."
        case .codeMustNotBeExpired: "This code has expired."
        case .codeMustHaveExpired: "This code is still good."
        case .bonusMustFitTheAccount: "The bonus would lift the account above \(Points.limit) points."
        }
    }
}
