import Loyalty
import Storage

/// Gives the members that were there before the shop's first program the tier that their spending has earned.
struct EnterLadder {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    /// - Returns: Whether these were all; the rest is left to the upkeep.
    func enter(_ version: ProgramVersion, in shop: Shop, on today: Day, at now: Instant) throws -> Bool {
        let page = try MemberReport(connection).members(in: shop.id, search: nil, after: nil, limit: memberCountMax)
        for row in page {
            guard
                let file = try MemberFile.open(row.member.customerID, in: shop, version, on: today, at: now, connection)
            else { continue }
            try file.save(file.member)
        }
        return page.count < memberCountMax
    }
}

/// As many members as one transaction moves without keeping others waiting.
private let memberCountMax = 500
