/// Why the state of an order is not taken.
public struct OrderRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case orderMustExist
        case orderMustBeDelivered
        case exchangeRateMustBeGiven
        case exchangeRateMustBeOne
        case convertedAmountMustBeBelowTheLimit
        case amountMustNotBeNegative
        case shippingAndTaxMustNotExceedTheTotal
        case linesMustBeAtMostOneThousand
        case lineIdsMustDiffer
        case lineMustHaveAQuantity
        case refundedQuantityMustBeInRange
        case refundMustNotExceedTheTotal
        case refundMustStandOnItsLine
        case timeMustBeBetween1970And2200
        case orderMustKeepItsCustomer
        case pointsMustBeBelowTheLimit
        case spendingMustBeBelowTheLimit
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String? = nil) {
        self.rule = rule
        self.field = field
    }

    public var kind: RejectionKind {
        switch rule {
        case .orderMustExist: .missing
        case .orderMustKeepItsCustomer: .conflict
        default: .badInput
        }
    }

    public var sentence: String {
        let subject = field ?? "The order"
        return switch rule {
        case .orderMustExist: "Order not found"
        case .orderMustBeDelivered: "Order must be delivered to earn points"
        case .exchangeRateMustBeGiven: "\(subject) must be given, because the order is not in the shop's currency."
        case .exchangeRateMustBeOne: "\(subject) must be 1 or absent, because the order is in the shop's currency."
        case .convertedAmountMustBeBelowTheLimit:
            "By \(subject) the total must come to \(Money.limit) minor units of the shop's currency at most."
        case .amountMustNotBeNegative: "\(subject) must not be negative."
        case .shippingAndTaxMustNotExceedTheTotal: "shipping and tax together must not exceed the total."
        case .linesMustBeAtMostOneThousand: "\(subject) must be at most \(lineCountMax)."
        case .lineIdsMustDiffer: "\(subject) must differ from the ids of the lines before it."
        case .lineMustHaveAQuantity: "\(subject) must be at least 1."
        case .refundedQuantityMustBeInRange: "\(subject) must be between 0 and the line's quantity."
        case .refundMustNotExceedTheTotal: "\(subject) and the refunds of the lines must not exceed the total."
        case .refundMustStandOnItsLine:
            "\(subject) must be told as refunded_quantity or refunded_amount of the lines, or of the order."
        case .timeMustBeBetween1970And2200: "\(subject) must lie between the years 1970 and 2200."
        case .orderMustKeepItsCustomer: "\(subject) must be the customer that the order has had so far."
        case .pointsMustBeBelowTheLimit: "The order would earn more points than an account can hold."
        case .spendingMustBeBelowTheLimit:
            "The order would lift the member's spending above \(Money.limit) minor units."
        }
    }
}
