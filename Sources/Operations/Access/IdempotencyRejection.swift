public import Loyalty

/// Why an `Idempotency-Key` is not taken.
public enum IdempotencyRejection: String, ListedRejection, CaseIterable {
    case idempotencyKeyMustBePrintable
    case idempotencyKeyMustMatchItsBody
    case idempotencyKeyMustNotBeInUse
    case idempotencyKeyMustHaveItsAnswer

    public var sentence: String {
        switch self {
        case .idempotencyKeyMustBePrintable:
            "Idempotency-Key must be 1 to 255 printable characters of ASCII, in quotes or without."
        case .idempotencyKeyMustMatchItsBody: "This Idempotency-Key came with another request before."
        case .idempotencyKeyMustNotBeInUse: "The first request with this Idempotency-Key is still running."
        case .idempotencyKeyMustHaveItsAnswer:
            "The first request with this Idempotency-Key was done, and its answer was lost: see what it changed."
        }
    }

    public var kind: RejectionKind { self == .idempotencyKeyMustBePrintable ? .badInput : .conflict }
}
