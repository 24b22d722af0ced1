public import Loyalty

extension AuditStore {
    /// Finds orders of guests that could not be claimed: what is kept of them cannot be read, could not be, or is a
    /// member's order as well.
    public func guestOrders(in shop: Shop) throws -> AuditFindings {
        var findings = AuditFindings(in: shop.id)
        try connection.forEach(
            """
            SELECT guest_order.order_id, guest_order.document, order_state.customer_id
            FROM guest_order LEFT JOIN order_state
                ON order_state.shop_id = guest_order.shop_id AND order_state.order_id = guest_order.order_id
            WHERE guest_order.shop_id = \(shop.id) ORDER BY guest_order.order_id
            """
        ) { row in
            let id: Order.ID = try row.id()
            do {
                let kept = try GuestOrder(document: try row.text(), id: id, in: shop)
                findings.auditGuestOrder(kept, beside: row.optionalID(), in: shop)
            } catch {
                findings.add(.rowMustBeReadable, "guest_order \(id)", words(for: error))
            }
        }
        return findings
    }
}
