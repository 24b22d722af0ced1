public import Loyalty

/// What has lapsed of the lots that a reversal takes from first, within one transaction.
///
/// It goes through the later entries of one member, so it is read only where points are taken back.
public struct LapsedReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// What has lapsed of an order's lots, as far as no earlier reversal of the order has undone it.
    public func lapsed(ofOrder order: Order.ID, of customer: Customer.ID, in shop: Shop.ID) throws -> LapsedPoints {
        let lots = try LotStore(connection).lots(ofOrder: order, of: customer, in: shop)
        return try lapsed(of: lots, of: customer, in: shop, by: .reversedPurchase, for: order.text)
    }

    /// What has lapsed of the lot that a referral's last payment opened, as far as no earlier claw-back has undone it.
    public func lapsed(
        ofLot sequence: Int64, paidFor referral: Referral.ID, of customer: Customer.ID, in shop: Shop.ID
    ) throws -> LapsedPoints {
        let lot = try LotStore(connection).lot(sequence, of: customer, in: shop)
        return try lapsed(of: lot.map { [$0] } ?? [], of: customer, in: shop, by: .reversedReferral, for: referral.text)
    }

    /// - Parameters:
    ///   - lots: In the order of their opening. Nothing that was undone before the first of them was undone of them.
    ///   - reversal: What the entries are that take back what was undone, and what they refer to.
    private func lapsed(
        of lots: [Lot], of customer: Customer.ID, in shop: Shop.ID, by reversal: EntryKind, for reference: String
    ) throws -> LapsedPoints {
        let lapses = try lots.compactMap { lot in
            let points = try lapsedPoints(of: lot.sequence, of: customer, in: shop)
            return points > .zero ? LotUse(lotSequence: lot.sequence, points: points) : nil
        }
        guard let first = lapses.first else { return .none }
        let undone = try connection.first(
            """
            SELECT COALESCE(SUM(entry.points), 0) FROM entry
            JOIN entry AS next ON next.shop_id = entry.shop_id AND next.customer_id = entry.customer_id
                AND next.sequence = entry.sequence + 1
            WHERE entry.shop_id = \(shop) AND entry.customer_id = \(customer)
                AND entry.sequence > \(first.lotSequence) AND entry.kind = \(EntryKind.expired.rawValue)
                AND entry.points > 0 AND entry.reference = \(reference) AND next.kind = \(reversal.rawValue)
            """
        ) { row in try row.points() }
        return LapsedPoints(lots: lots, lapses: lapses, undone: undone ?? .zero)
    }

    private func lapsedPoints(of lot: Int64, of customer: Customer.ID, in shop: Shop.ID) throws -> Points {
        try connection.first(
            """
            SELECT COALESCE(SUM(lot_use.points), 0) FROM lot_use
            JOIN entry ON entry.shop_id = lot_use.shop_id AND entry.customer_id = lot_use.customer_id
                AND entry.sequence = lot_use.entry_sequence
            WHERE lot_use.shop_id = \(shop) AND lot_use.customer_id = \(customer) AND lot_use.entry_sequence > \(lot)
                AND lot_use.lot_sequence = \(lot) AND entry.kind = \(EntryKind.expired.rawValue) AND entry.points < 0
            """
        ) { row in try row.points() } ?? .zero
    }
}
