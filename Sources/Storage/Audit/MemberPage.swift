import Loyalty

/// The members that a page of an audit is about.
struct MemberPage {
    /// One for each member, with nothing but the member in it.
    let records: [AuditRecords]
    /// The last member; `nil` where there are no members after these.
    let last: Customer.ID?
    let keys: KeyRange

    init(after id: Customer.ID?, in shop: Shop.ID, _ connection: any SQLConnection) throws {
        var all: [AuditRecords] = []
        try connection.forEach(
            """
            SELECT customer_id, joined_at, joined_on, referral_code, tier_key, sequence, balance_points, held_points,
                earned_points, redeemed_points, expired_points, order_count, tier_change_count, last_activity_at,
                due_on, referral_id, granted_tier_key, granted_on, granted_through_on
            FROM member WHERE shop_id = \(shop) AND customer_id > \(id?.text ?? "")
            ORDER BY customer_id LIMIT \(membersMax)
            """
        ) { row in
            var records = AuditRecords(try row.id())
            do {
                records.member = try readMember(&row, records.customerID, shop)
            } catch {
                records.unreadable.append((row: "member", reason: words(for: error)))
            }
            all.append(records)
        }
        let kept = all.prefix(untilEntries: entriesMax)
        records = Array(kept)
        last = all.count < membersMax && kept.count == all.count ? nil : kept.last?.customerID
        keys = KeyRange(shop: shop, after: id?.text ?? "", through: last?.text ?? KeyRange.end)
    }
}

private let membersMax = 2_000
private let entriesMax: Int64 = 10_000

extension [AuditRecords] {
    /// As many as have so many entries by their own account, and one at least.
    fileprivate func prefix(untilEntries countMax: Int64) -> ArraySlice<AuditRecords> {
        var count: Int64 = 0
        let end = indices.first { place in
            count &+= self[place].member?.sequence ?? 0
            return count >= countMax
        }
        return end.map { self[...$0] } ?? self[...]
    }
}

private func readMember(_ row: inout SQLRow, _ customer: Customer.ID, _ shop: Shop.ID) throws -> Member {
    let member = try MemberStore.read(&row, customer: customer, shop: shop)
    try member.requirePlausibleTimes()
    return member
}
