import ExactJSON
public import Loyalty
import Storage

/// Proves a member's statement from the file alone: the chain of hashes, the numbers, the balances.
///
/// Entries that were cut off at the end cannot be missed by it: compare the last hash with the shop's.
public struct VerifyStatement: Sendable {
    /// A statement that holds.
    public struct Proven: Hashable, Sendable {
        public let shopID: Shop.ID
        public let customerID: Customer.ID
        public let entryCount: Int64
        public let balance: Points
        /// In hexadecimal digits.
        public let lastHash: String
    }

    /// The first line that does not fit.
    public struct Misfit: Error, CustomStringConvertible {
        /// The line of the file it begins on; the first is 1.
        public let line: Int
        public let reason: any Rejection

        /// `line 17: hash_must_fit_content: The hash …`
        public var description: String { "line \(line): \(reason.code): \(reason.sentence)" }
    }

    public init() {}

    /// - Throws: ``Misfit``, or a rejection where the file cannot be read.
    public func callAsFunction(path: String) throws -> Proven {
        let reader = try CSVReader(path: path)
        guard reader.header == StatementRow.columns else {
            throw Misfit(line: 1, reason: StatementRejection.columnsMustBeOfAStatement)
        }
        var chain = StatementChain()
        while let record = try reader.next() {
            do {
                try chain.add(StatementRow(cells: try record.content.get()))
            } catch let reason as any Rejection {
                throw Misfit(line: record.line, reason: reason)
            }
        }
        guard let proven = chain.proven else {
            throw Misfit(line: 1, reason: StatementRejection.statementMustHaveEntries)
        }
        return proven
    }
}

/// The entries of a statement so far, each of which fits the one before.
private struct StatementChain {
    private var last: StatementRow?
    private var lastHash = EntryHash.none

    mutating func add(_ row: StatementRow) throws(StatementRejection) {
        let entry = row.entry
        if let last {
            guard
                (entry.shopID, entry.customerID, row.currency)
                    == (last.entry.shopID, last.entry.customerID, last.currency)
            else { throw .memberMustBeTheSame }
        }
        let next = (last?.entry.sequence ?? 0) &+ 1
        guard entry.sequence == next else { throw .sequenceMustFollow(next) }
        let balance = Points((last?.entry.balanceAfter.count ?? 0) &+ entry.points.count)
        guard entry.balanceAfter == balance else { throw .balanceMustFollow(balance) }
        let hash = EntryHash.next(after: lastHash, for: entry)
        guard Hexadecimal.text(of: hash) == row.hash else { throw .hashMustFitContent }
        last = row
        lastHash = hash
    }

    var proven: VerifyStatement.Proven? {
        last.map { last in
            VerifyStatement.Proven(
                shopID: last.entry.shopID, customerID: last.entry.customerID, entryCount: last.entry.sequence,
                balance: last.entry.balanceAfter, lastHash: last.hash)
        }
    }
}
