import Loyalty

/// One record for each member of a range, with nothing but the member in it.
func auditedMembers(of range: AuditRange, _ connection: any SQLConnection) throws -> [AuditRecords] {
    var all: [AuditRecords] = []
    try connection.forEach(
        """
        SELECT customer_id, joined_at, joined_on, referral_code, tier_key, sequence, balance_points, held_points,
            earned_points, redeemed_points, expired_points, order_count, tier_change_count, last_activity_at,
            due_on, referral_id, granted_tier_key, granted_on, granted_through_on, left_at
        FROM member
        WHERE shop_id = \(range.shop) AND customer_id > \(range.after) AND customer_id <= \(range.through)
        ORDER BY customer_id
        """
    ) { row in
        var records = AuditRecords(try row.id())
        do {
            let member = try readMember(&row, records.customerID, range.shop)
            records.member = member
            records.reserve(entries: member.sequence, orders: member.orderCount)
        } catch {
            records.unreadable.append((row: "member", reason: words(for: error)))
        }
        all.append(records)
    }
    return all
}

private func readMember(_ row: inout SQLRow, _ customer: Customer.ID, _ shop: Shop.ID) throws -> Member {
    let member = try MemberStore.read(&row, customer: customer, shop: shop)
    try member.requirePlausibleTimes()
    return member
}

/// Room is made for no more rows than this in advance, because damaged rows may hold any number.
private let reservedMax: Int64 = 1_000

extension AuditRecords {
    fileprivate mutating func reserve(entries entryCount: Int64, orders orderCount: Int64) {
        entries.reserveCapacity(Int(min(max(0, entryCount), reservedMax)))
        orders.reserveCapacity(Int(min(max(0, orderCount), reservedMax)))
    }
}
