public import Loyalty
import Storage

/// There is no such entry in the member's ledger.
public enum EntryRejection: String, ListedRejection, CaseIterable {
    case entryMustExist

    public var kind: RejectionKind { .missing }
    public var sentence: String { "Entry not found" }
}

/// Explains one entry of a member's ledger.
public struct ExplainEntries: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist`` or ``EntryRejection/entryMustExist``.
    public func callAsFunction(
        _ sequence: Int64, of customer: Customer.ID, in shop: Shop
    ) async throws -> EntryExplanation {
        try await surroundings.database.read { connection in
            guard try MemberStore(connection).member(customer, in: shop.id) != nil else {
                throw MemberRejection.membershipMustExist
            }
            return try explain(sequence, of: customer, in: shop, connection)
        }
    }

    /// The explanations of entries, newest first, below a sequence.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func list(
        of customer: Customer.ID, in shop: Shop, below sequence: Int64?, limit: Int
    ) async throws -> [EntryExplanation] {
        try await surroundings.database.read { connection in
            guard try MemberStore(connection).member(customer, in: shop.id) != nil else {
                throw MemberRejection.membershipMustExist
            }
            let rows = try EntryReport(connection).entries(of: customer, in: shop.id, below: sequence, limit: limit)
            return try rows.map { try explain($0.entry.sequence, of: customer, in: shop, connection) }
        }
    }

    private func explain(
        _ sequence: Int64, of customer: Customer.ID, in shop: Shop, _ connection: any SQLConnection
    ) throws -> EntryExplanation {
        let report = ExplanationReport(connection)
        guard let (row, basisAmount) = try report.entry(sequence, of: customer, in: shop.id) else {
            throw EntryRejection.entryMustExist
        }
        let lots = LotStore(connection)
        let taken = try lots.uses(by: sequence, of: customer, in: shop.id).compactMap { use in
            try lots.lot(use.lotSequence, of: customer, in: shop.id).map { (use: use, lot: $0) }
        }
        let order = try order(of: row.entry, in: shop, connection)
        let before = try order.map { held in
            try report.entries(about: held.order.id, of: customer, in: shop.id).filter { $0.sequence < sequence }
        }
        return explainEntry(
            EntryContext(
                entry: row.entry, basisAmount: basisAmount, order: order,
                postedBefore: before?.map(\.points).total ?? .zero,
                opened: try lots.lot(sequence, of: customer, in: shop.id), taken: taken))
    }

    private func order(of entry: Entry, in shop: Shop, _ connection: any SQLConnection) throws -> HeldOrder? {
        guard [.earnedPurchase, .reversedPurchase].contains(entry.kind) else { return nil }
        return try OrderStore(connection).held(Identifier(trusted: entry.reference), in: shop)
    }
}
