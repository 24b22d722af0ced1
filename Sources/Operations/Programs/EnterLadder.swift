import Loyalty
import Storage

/// Gives the members that were there before the shop's first program the tier that their spending has earned.
struct EnterLadder {
    private let transaction: WriteTransaction

    init(_ transaction: WriteTransaction) { self.transaction = transaction }

    /// - Returns: Whether these were all; the rest is left to the upkeep.
    func enter(_ version: ProgramVersion, in shop: Shop, on today: Day, at now: Instant) throws -> Bool {
        let page = try MemberReport(transaction.connection).members(
            in: shop.id, search: nil, after: nil, limit: memberCountMax)
        for row in page {
            let customer = row.member.customerID
            guard let file = try MemberFile.open(customer, in: shop, version, on: today, at: now, transaction) else {
                continue
            }
            try file.save(file.member)
        }
        return page.count < memberCountMax
    }
}

/// As many members as one transaction moves without keeping others waiting.
private let memberCountMax = 500
