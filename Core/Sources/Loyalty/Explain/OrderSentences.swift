/// The two sentences about an order: one for whose it is, one for whose shop it is.
struct OrderSentences {
    private let held: HeldOrder
    private let rule: OrderExplanation.Rule
    private let calculation: Calculation?
    private let deserved: Points

    init(_ held: HeldOrder, _ rule: OrderExplanation.Rule, _ calculation: Calculation?, _ deserved: Points) {
        self.held = held
        self.rule = rule
        self.calculation = calculation
        self.deserved = deserved
    }

    private var id: Order.ID { held.order.id }

    private var minimum: String {
        guard let minimum = calculation?.terms.version.program.minimumSpend else { return "" }
        return "\(minimum) \(minimum.currency)"
    }

    private var qualifying: String {
        guard let amount = calculation?.qualifying else { return "" }
        return "\(amount) \(amount.currency)"
    }

    var forCustomer: String {
        switch rule {
        case .guest: "Order \(id) was placed without an account. Claim it, and it earns points."
        case .cancelled: "Order \(id) was cancelled, so it gives no points."
        case .returned: "Order \(id) was sent back, so it gives no points."
        case .notPaid: "Order \(id) gives points once it is paid."
        case .notDelivered: "Order \(id) gives points once it is delivered."
        case .programMissing, .programNotActive: "The shop gave no points when order \(id) came."
        case .notProcessedSince: "The shop gave no points when order \(id) came. It may still count it."
        case .refunded: "Order \(id) was refunded in full, so it gives no points."
        case .belowMinimumSpend: "Order \(id) came to \(qualifying); orders from \(minimum) on give points."
        case .belowOnePoint: "Order \(id) came to \(qualifying), which is not enough for a whole point."
        case .partlyRefunded: "After the refund order \(id) came to \(qualifying) and gives \(deserved.words)."
        case .earned: "Order \(id) came to \(qualifying) and gives \(deserved.words)."
        }
    }

    var forOwner: String {
        switch rule {
        case .guest: "Order \(id) has no customer, so it earns nothing until somebody claims it."
        case .cancelled, .returned:
            "Order \(id) is \(held.order.status.rawValue) and deserves nothing; posted for it: \(held.posted)."
        case .notPaid, .notDelivered:
            "Order \(id) is \(held.order.status.rawValue), and the program earns on "
                + (rule == .notPaid ? "payment." : "delivery.")
        case .programMissing: "Order \(id) has no terms, because the shop has no program."
        case .programNotActive: "Order \(id) has no terms, because the program is off."
        case .notProcessedSince:
            "Order \(id) came while no program was active. Send it again, and it earns by the one in force."
        case .refunded: "Order \(id) was refunded in full; posted for it: \(held.posted)."
        case .belowMinimumSpend:
            "Order \(id) came to \(qualifying), below the minimum of \(minimum) of version \(version)."
        case .belowOnePoint, .partlyRefunded, .earned:
            "Order \(id) by version \(version): \(calculation?.words ?? ""). Posted: \(held.posted)"
                + (held.shortfall > .zero ? ", because \(held.shortfall) could not be taken back." : ".")
        }
    }

    private var version: String { calculation.map { "\($0.terms.version.number)" } ?? "" }
}

extension Points {
    /// `1 point`, `24 points`
    var words: String { self == Points(1) ? "1 point" : "\(self) points" }
}
