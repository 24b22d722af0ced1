public import Loyalty

/// Lists over all shops for the operator, within one transaction. Nothing else reads across shops.
public struct ConsoleReport {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    public func rows(_ list: ConsoleList, _ ask: ConsoleAsk) throws -> [ConsoleRow] {
        let columns = list.columns
        return try connection.all(list.statement(ask)) { row in
            ConsoleRow(
                shopID: try row.id(), shopName: try row.text(), currency: try Currency(try row.text()),
                key: try row.text(), values: try columns.map { try $0.read(&row) })
        }
    }

    /// The one row with that key in that shop; `nil` where there is none.
    public func row(_ list: ConsoleList, _ key: String, in shop: Shop.ID, at now: Instant) throws -> ConsoleRow? {
        try rows(list, ConsoleAsk(shop: shop, sort: list.sorts[0], key: key, limit: 1, now: now)).first
    }
}

extension ConsoleList {
    /// What each row says, in the order in which the statement selects it, after the shop, its name, its currency, and
    /// the key.
    public var columns: [ConsoleColumn] {
        switch self {
        case .shops: shopColumns
        case .programs: programColumns
        case .members: memberColumns
        case .entries: entryColumns
        case .rewards: rewardColumns
        case .redemptions: redemptionColumns
        case .referrals: referralRowColumns
        case .work: workColumns
        case .acts: actColumns
        }
    }

    fileprivate func statement(_ ask: ConsoleAsk) -> SQLStatement {
        switch self {
        case .shops: shops(ask)
        case .programs: programs(ask)
        case .members: members(ask)
        case .entries: entries(ask)
        case .rewards: rewards(ask)
        case .redemptions: redemptions(ask)
        case .referrals: referrals(ask)
        case .work: work(ask)
        case .acts: acts(ask)
        }
    }
}
