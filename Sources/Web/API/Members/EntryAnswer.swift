import ExactJSON
import Loyalty
import Storage

/// An entry as the API shows it.
struct EntryAnswer: JSONWritable {
    let row: EntryReport.Row

    func write(to json: inout JSONWriter) {
        let entry = row.entry
        json.object { json in
            json.field("sequence", entry.sequence)
            json.field("id", row.id)
            json.field("type", entry.kind.rawValue)
            json.field("points_change", entry.points)
            json.field("balance_after", entry.balanceAfter)
            json.field("reference", entry.reference)
            json.field("description", entry.description)
            json.field("occurred_at", entry.occurredAt)
            json.field("recorded_at", entry.recordedAt)
            json.field("actor", entry.actor)
            json.field("program_version", entry.programVersion)
            json.field("hash", Hexadecimal.text(of: row.hash))
        }
    }
}
