import ExactJSON
import Loyalty

/// One row of a file of orders.
struct OrderRow: Sendable {
    enum Content: Sendable {
        case order(RecordOrder.Request)
        case refused(any Rejection)
    }

    /// The line it begins on; the first is 1.
    let line: Int
    /// Its bytes as they stand in the file.
    let raw: [UInt8]
    let content: Content

    /// Reads a record, and keeps the reason where the record is at fault.
    init<Source>(_ record: Record<Source>, _ read: (Source) throws -> RecordOrder.Request) throws {
        line = record.line
        raw = record.raw
        do {
            content = .order(try read(record.content.get()))
        } catch let reason as any Rejection {
            content = .refused(reason)
        }
    }
}
