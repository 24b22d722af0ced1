import Loyalty
import Storage

private let rowsMax = 256
/// A batch ends early where its rows are so long, so that memory stays small whatever the file.
private let byteCountMax = 4_194_304

/// The rows that one transaction records.
struct OrderBatch: Sendable {
    /// What has become of a row.
    enum Fate: Sendable {
        case new
        case changed
        case unchanged
        case refused(any Rejection)
    }

    private(set) var rows: [OrderRow] = []
    /// Where in the file the next batch begins.
    let endOffset: UInt64

    /// Reads the next rows.
    /// - Returns: `nil` at the end of the file.
    init?(from file: OrderFile, for shop: Shop, _ record: RecordOrder) throws {
        let start = file.offset
        while rows.count < rowsMax, file.offset - start < byteCountMax, let row = try file.next(in: shop, for: record) {
            rows.append(row)
        }
        endOffset = file.offset
        guard !rows.isEmpty else { return nil }
    }

    /// Records the rows, one after the other.
    /// - Returns: A fate for each of them.
    func write(
        into shop: Shop, _ desk: ReceiveOrder, actor: String, _ transaction: WriteTransaction
    ) throws -> [Fate] {
        try rows.map { row in
            switch row.content {
            case .refused(let reason): return .refused(reason)
            case .order(let request):
                do {
                    let receipt = try desk.receive(request, in: shop, actor: actor, transaction)
                    if receipt.isNew { return .new }
                    return receipt.isChanged ? .changed : .unchanged
                } catch let reason as any Rejection {
                    return .refused(reason)
                }
            }
        }
    }
}
