import ExactJSON
import Loyalty
import Operations

/// Why an order has given its points.
struct OrderExplanationAnswer: JSONWritable {
    private let explained: ExplainOrders.Explained

    init(_ explained: ExplainOrders.Explained) { self.explained = explained }

    func write(to json: inout JSONWriter) {
        let explanation = explained.explanation
        json.object { json in
            json.field("order_id", explanation.held.order.id)
            json.field("rule", explanation.rule.rawValue)
            json.field("for_customer", explanation.forCustomer)
            json.field("for_owner", explanation.forOwner)
            json.field("inputs") { json in write(inputs: explanation, to: &json) }
            json.field("calculation", explanation.calculation.map(CalculationAnswer.init))
            json.field("points_deserved", explanation.deserved)
            json.field("points_awarded", explanation.held.posted)
            json.field("points_not_taken_back", explanation.held.shortfall)
            json.array("entries", explained.entries) { json, entry in
                json.object { json in
                    json.field("sequence", entry.sequence)
                    json.field("points_change", entry.points)
                }
            }
        }
    }

    private func write(inputs explanation: OrderExplanation, to json: inout JSONWriter) {
        let order = explanation.held.order
        json.field("status", order.status.rawValue)
        json.field("currency", order.total.currency.code)
        json.field("total", order.total)
        json.field("shipping", order.shipping)
        json.field("tax", order.tax)
        json.field("refunded", explanation.refunded)
        json.field("remaining", explanation.remaining)
        json.field("exchange_rate", order.exchangeRate)
        json.field("shop_currency", explanation.qualifying.currency.code)
        json.field("converted_total", explanation.convertedTotal)
        json.field("qualifying_amount", explanation.qualifying)
    }
}

/// How an amount became points.
struct CalculationAnswer: JSONWritable {
    private let calculation: Calculation

    init(_ calculation: Calculation) { self.calculation = calculation }

    func write(to json: inout JSONWriter) {
        let program = calculation.terms.version.program
        json.object { json in
            json.field("program_version", calculation.terms.version.number)
            json.field("earning_basis", program.earningBasis.rawValue)
            json.field("earns_on", program.earnsOn.rawValue)
            json.field("qualifying_amount", calculation.qualifying)
            json.field("minimum_spend", program.minimumSpend)
            json.field("minimum_reached", calculation.minimumIsReached)
            json.field("points_per_unit", program.pointsPerUnit)
            json.field("tier", calculation.terms.tierKey)
            json.field("multiplier", calculation.terms.multiplier)
            json.field("product", calculation.product.description)
            json.field("rounding", program.rounding.rawValue)
            json.field("points", calculation.points)
        }
    }
}
