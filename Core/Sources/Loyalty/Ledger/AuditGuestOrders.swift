extension AuditFindings {
    /// Proves of a guest's order that it can be claimed: its state is one that would be accepted, and no member has it.
    /// - Parameter member: Whose order has the same id; `nil` where no member's has.
    public mutating func auditGuestOrder(_ kept: GuestOrder, beside member: Customer.ID?, in shop: Shop) {
        let row = "guest_order \(kept.order.id)"
        if let member { add(.guestOrderMustHaveNoMember, row, "it is an order of \(member) too") }
        do { try validateOrder(kept.order, in: shop) } catch { add(.orderMustBePossible, row, error.sentence) }
    }
}
