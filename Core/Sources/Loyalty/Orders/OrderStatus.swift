/// The states an order passes through, in the platform's words.
public enum OrderStatus: String, Sendable, CaseIterable {
    case pending
    case paid
    case processing
    case shipped
    case outForDelivery = "out_for_delivery"
    case delivered
    case cancelled
    case returned

    /// Whether an order in this state earns.
    func qualifies(on moment: EarningMoment) -> Bool {
        switch self {
        case .pending, .cancelled, .returned: false
        case .paid, .processing, .shipped, .outForDelivery: moment == .payment
        case .delivered: true
        }
    }
}
