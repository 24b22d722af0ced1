public import Loyalty
import Storage

/// Imports a file of orders into a shop, in transactions of many orders each.
///
/// Every transaction is durable before the next one begins, and an order that is known already changes nothing: an
/// import that was cut off, however it was, is simply run again.
public struct ImportOrders: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Reads the file to its end, or until the task is cancelled; then what it has read is still recorded.
    /// - Parameters:
    ///   - refuse: Gets the rows that are not imported, in the order of the file.
    ///   - report: Gets the tally after every transaction.
    /// - Returns: The tally at the end.
    /// - Throws: ``FileRejection``, ``StorageFailure``, or what `refuse` throws; what was in the tally stays recorded.
    public func callAsFunction(
        from file: OrderFile, into shop: Shop, actor: String, refuse: (RefusedLine) throws -> Void,
        report: (ImportTally) -> Void
    ) async throws -> ImportTally {
        let record = RecordOrder(in: surroundings)
        var tally = ImportTally()
        // While one batch is written, the next one is read.
        try await withThrowingTaskGroup(of: WrittenBatch.self) { writing in
            while !Task.isCancelled {
                let batch = try OrderBatch(from: file, for: shop, record)
                if let written = try await writing.next() { try tally.add(written, refuse, report) }
                guard let batch else {
                    tally.isComplete = true
                    break
                }
                writing.addTask { try await write(batch, into: shop, actor) }
            }
            if let written = try await writing.next() { try tally.add(written, refuse, report) }
        }
        return tally
    }

    private func write(
        _ batch: OrderBatch, into shop: Shop, _ actor: String
    ) async throws -> WrittenBatch {
        let desk = ReceiveOrder(in: surroundings)
        let fates = try await surroundings.write(in: shop.id) { transaction in
            try batch.write(into: shop, desk, actor: actor, transaction)
        }
        return WrittenBatch(batch: batch, fates: fates)
    }
}

/// A batch whose transaction is durable.
private struct WrittenBatch: Sendable {
    let batch: OrderBatch
    let fates: [OrderBatch.Fate]
}

extension ImportTally {
    fileprivate mutating func add(
        _ written: WrittenBatch, _ refuse: (RefusedLine) throws -> Void, _ report: (ImportTally) -> Void
    ) throws {
        for (row, fate) in zip(written.batch.rows, written.fates) {
            switch fate {
            case .new: new += 1
            case .changed: changed += 1
            case .unchanged: unchanged += 1
            case .refused(let reason):
                refused += 1
                try refuse(RefusedLine(line: row.line, reason: reason, raw: row.raw))
            }
        }
        bytesRead = written.batch.endOffset
        report(self)
    }
}
