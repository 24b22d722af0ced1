import Loyalty
import Storage

/// Gives the members that were there before the shop's first program the tier that their spending has earned.
struct EnterLadder {
    private let connection: any SQLConnection

    init(_ connection: any SQLConnection) { self.connection = connection }

    func enter(_ version: ProgramVersion, in shop: Shop, on today: Day, at now: Instant) throws {
        var last: Customer.ID?
        while let page = try nextPage(after: last, in: shop) {
            for row in page {
                guard
                    let file = try MemberFile.open(
                        row.member.customerID, in: shop, version, on: today, at: now, connection)
                else { continue }
                try file.save(file.member)
            }
            last = page.last?.member.customerID
        }
    }

    private func nextPage(after last: Customer.ID?, in shop: Shop) throws -> [NamedMember]? {
        let page = try MemberReport(connection).members(in: shop.id, search: nil, after: last, limit: pageSize)
        return page.isEmpty ? nil : page
    }
}

private let pageSize = 500
