import ExactJSON
import Loyalty

/// Why an entry stands in a member's ledger.
struct EntryExplanationAnswer: JSONWritable {
    private let explanation: EntryExplanation

    init(_ explanation: EntryExplanation) { self.explanation = explanation }

    func write(to json: inout JSONWriter) {
        let (context, entry) = (explanation.context, explanation.context.entry)
        json.object { json in
            json.field("sequence", entry.sequence)
            json.field("type", entry.kind.rawValue)
            json.field("points_change", entry.points)
            json.field("balance_after", entry.balanceAfter)
            json.field("reference", entry.reference)
            json.field("occurred_at", entry.occurredAt)
            json.field("recorded_at", entry.recordedAt)
            json.field("actor", entry.actor)
            json.field("program_version", entry.programVersion)
            json.field("rule", explanation.rule.rawValue)
            json.field("for_customer", explanation.forCustomer)
            json.field("for_owner", explanation.forOwner)
            json.field("calculation", explanation.calculation.map(CalculationAnswer.init))
            json.field("posted_before", context.order == nil ? nil : context.postedBefore)
            json.field("difference", explanation.difference)
            json.field("points_not_taken_back", explanation.notTaken)
            json.field("opened_lot", context.opened.map(LotAnswer.init))
            json.array("lots", context.taken) { json, taken in
                json.object { json in
                    json.field("points_taken", taken.use.points)
                    json.field("lot", LotAnswer(taken.lot))
                }
            }
        }
    }
}

/// A lot as explanations show it, as it stands now.
private struct LotAnswer: JSONWritable {
    private let lot: Lot

    init(_ lot: Lot) { self.lot = lot }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("sequence", lot.sequence)
            json.field("order_id", lot.orderID)
            json.field("earned_at", lot.earnedAt)
            json.field("available_at", lot.availableAt)
            json.field("expires_on", lot.expiresOn)
            json.field("idle_days", lot.idleDays)
            json.field("points", lot.points)
            json.field("remaining", lot.remaining)
        }
    }
}
