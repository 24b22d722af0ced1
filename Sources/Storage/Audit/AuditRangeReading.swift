import Loyalty

extension AuditRange {
    /// The members that follow one, until they have so many entries by their own account, and one member at least.
    init(after id: Customer.ID?, in shop: Shop.ID, _ connection: any SQLConnection) throws {
        var (memberCount, entryCount) = (0, Int64(0))
        var last: Customer.ID?
        try connection.forEach(
            """
            SELECT customer_id, sequence FROM member WHERE shop_id = \(shop) AND customer_id > \(id?.text ?? "")
            ORDER BY customer_id LIMIT \(membersMax)
            """
        ) { row in
            memberCount += 1
            guard entryCount < entriesMax else { return }
            last = try row.id()
            // What is no number is found with its member.
            entryCount &+= max(0, row.optionalInteger() ?? 0)
        }
        let isWhole = memberCount == membersMax || entryCount >= entriesMax
        self.init(in: shop, after: id, through: isWhole ? last : nil)
    }
}

private let membersMax = 2_000
private let entriesMax: Int64 = 10_000
