import ExactJSON
import Loyalty
import Operations
import Storage

/// What came of recording an order.
struct OrderOutcome: JSONWritable {
    private let receipt: ReceiveOrder.Receipt

    init(_ receipt: ReceiveOrder.Receipt) { self.receipt = receipt }

    func write(to json: inout JSONWriter) {
        switch receipt {
        case .recorded(let outcome): write(outcome.decision, to: &json)
        case .kept(let kept): write(kept.decision, to: &json)
        }
    }

    private func write(_ decision: OrderDecision, to json: inout JSONWriter) {
        json.object { json in
            write(decision.held.order, isStale: decision.isStale, to: &json)
            json.field("points_awarded", decision.held.posted)
            json.field("points_change", decision.posting?.change ?? .zero)
            json.field("balance", decision.member.balance)
            json.field("current_tier", decision.member.tierKey)
            json.field("tier_changed", !decision.tierChanges.isEmpty)
            json.field("guest", false)
        }
    }

    /// A guest has no account, and so nothing in it.
    private func write(_ decision: GuestOrderDecision, to json: inout JSONWriter) {
        json.object { json in
            write(decision.kept.order, isStale: decision.isStale, to: &json)
            for key in ["points_awarded", "points_change", "balance"] { json.field(key, Points.zero) }
            json.field("current_tier", "")
            json.field("tier_changed", false)
            json.field("guest", true)
        }
    }

    private func write(_ order: Order, isStale: Bool, to json: inout JSONWriter) {
        json.field("order_id", order.id)
        json.field("status", order.status.rawValue)
        json.field("revision", order.revision)
        json.field("stale", isStale)
    }
}

/// An order as it is held, with what it earned and by which terms.
struct HeldOrderAnswer: JSONWritable {
    private let held: HeldOrder
    private let convertedTotal: Money
    private let qualifyingAmount: Money

    /// - Throws: ``OrderRejection`` for an order that could not have been taken.
    init(_ held: HeldOrder, in shop: Shop) throws {
        let basis = held.terms?.version.program.earningBasis ?? .orderTotal
        self.held = held
        convertedTotal = Money(minorUnits: try held.order.convertedTotal(in: shop.currency), shop.currency)
        qualifyingAmount = Money(
            minorUnits: try held.order.qualifying(by: basis, in: shop.currency), shop.currency)
    }

    func write(to json: inout JSONWriter) {
        let order = held.order
        json.object { json in
            json.field("order_id", order.id)
            json.field("customer_id", order.customerID == .guest ? nil : order.customerID)
            json.field("guest", order.customerID == .guest)
            order.writeState(to: &json)
            json.field("points_awarded", held.posted)
            json.field("program_version", held.terms?.version.number)
            json.field("tier_at_award", held.terms?.tierKey)
            json.field("converted_total", convertedTotal)
            json.field("qualifying_amount", qualifyingAmount)
        }
    }
}
