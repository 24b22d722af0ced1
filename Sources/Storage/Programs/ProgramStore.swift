public import Loyalty

/// The versions of a shop's program, within one transaction.
public struct ProgramStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The version in force: the newest one; `nil` where the shop never saved a program.
    public func newest(in shop: Shop) throws -> ProgramVersion? {
        try versions(in: shop, below: nil, limit: 1).first
    }

    /// Announces that ``newest(in:)`` will be called.
    public func expectNewest(in shop: Shop) throws {
        try connection.expect(versionsQuery(in: shop.id, below: nil, limit: 1))
    }

    /// The newest version that is one of those meant; `nil` where none is.
    public func newest(in shop: Shop, where isMeant: (ProgramVersion) -> Bool) throws -> ProgramVersion? {
        var number: Int?
        while true {
            let page = try versions(in: shop, below: number, limit: 10)
            if let found = page.first(where: isMeant) { return found }
            guard let last = page.last else { return nil }
            number = last.number
        }
    }

    public func version(_ number: Int, in shop: Shop) throws -> ProgramVersion? {
        try connection.first(
            """
            SELECT \(sql: columns) FROM program_version
            WHERE shop_id = \(shop.id) AND number = \(number)
            """
        ) { row in try read(&row, shop.currency) }
    }

    /// All versions, newest first, below a number.
    public func versions(in shop: Shop, below number: Int?, limit: Int) throws -> [ProgramVersion] {
        try connection.all(versionsQuery(in: shop.id, below: number, limit: limit)) { row in
            try read(&row, shop.currency)
        }
    }

    public func insert(_ version: ProgramVersion, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO program_version (
                shop_id, number, saved_at, author, settings, earlier_tiers, expiry_switched_on)
            VALUES (
                \(shop), \(version.number), \(version.savedAt), \(version.author),
                \(ProgramDocument.text(of: version.program)), \(EarlierTiersDocument.text(of: version.earlierTiers)),
                \(version.expirySwitchedOn))
            """)
    }

    private func versionsQuery(in shop: Shop.ID, below number: Int?, limit: Int) -> SQLStatement {
        """
        SELECT \(sql: columns) FROM program_version
        WHERE shop_id = \(shop) AND number < \(number ?? Int.max) ORDER BY number DESC LIMIT \(limit)
        """
    }

    private func read(_ row: inout SQLRow, _ currency: Currency) throws -> ProgramVersion {
        let (number, savedAt, author) = (try row.count(), try row.instant(), try row.text())
        let meaning = try ProgramMemo.shared.meaning(
            of: try row.text(), earlierTiers: row.optionalText(), currency)
        return ProgramVersion(
            number: number, savedAt: savedAt, author: author, program: meaning.program,
            expirySwitchedOn: try row.optionalDay(), earlierTiers: meaning.earlierTiers)
    }
}

private let columns: StaticString = "number, saved_at, author, settings, earlier_tiers, expiry_switched_on"
