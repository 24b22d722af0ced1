public import ExactJSON
import Loyalty
public import Storage

/// A bonus as the API shows it.
public struct BonusDocument: JSONWritable {
    private let row: BonusReport.Row

    /// The sequence of its entry, by which lists are paged.
    public var sequence: Int64 { row.bonus.entrySequence }

    public init(row: BonusReport.Row) { self.row = row }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("customer_id", row.customerID)
            json.field("event", row.bonus.eventKey)
            json.field("reference", row.bonus.reference)
            json.field("points_change", row.bonus.points)
            json.field("balance", row.balanceAfter)
            json.field("sequence", row.bonus.entrySequence)
            json.field("occurred_at", row.occurredAt)
            json.field("recorded_at", row.recordedAt)
            json.field("actor", row.actor)
        }
    }
}
