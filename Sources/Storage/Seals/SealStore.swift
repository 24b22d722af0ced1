public import Loyalty

/// The seals of shops, within one transaction. They are only ever added.
public struct SealStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// A seal with its hash.
    public struct Row: Sendable {
        public let seal: Seal
        public let sealedAt: Instant
        public let hash: [UInt8]
    }

    /// Seals, newest first, below a number.
    public func seals(in shop: Shop.ID, below number: Int64? = nil, limit: Int) throws -> [Row] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM seal
            WHERE shop_id = \(shop) AND number < \(number ?? .max) ORDER BY number DESC LIMIT \(limit)
            """
        ) { row in try read(&row, shop) }
    }

    /// All seals, oldest first, as an audit reads them.
    public func audited(in shop: Shop.ID) throws -> AuditedSeals {
        var audited = AuditedSeals(in: shop)
        try connection.forEach("SELECT \(sql: columns) FROM seal WHERE shop_id = \(shop) ORDER BY number") { row in
            let row = try read(&row, shop)
            audited.add(row.seal, row.hash) { previous, seal in
                SealHash.next(after: previous ?? SealHash.none, for: seal)
            }
        }
        return audited
    }

    public func append(_ seal: Seal, at now: Instant) throws {
        let previous = try seals(in: seal.shopID, limit: 1).first?.hash ?? SealHash.none
        try connection.send(
            """
            INSERT INTO seal (
                shop_id, number, sealed_on, covers_before_at, sealed_at, member_count, entry_count, balance_points,
                members_hash, hash)
            VALUES (
                \(seal.shopID), \(seal.number), \(seal.day), \(seal.coversBefore), \(now),
                \(seal.contents.memberCount), \(seal.contents.entryCount), \(seal.contents.balance),
                \(seal.contents.membersHash), \(SealHash.next(after: previous, for: seal)))
            """)
    }

    /// Has no entry of the shop recorded before a moment from now on, also where the clock steps back.
    public func close(before moment: Instant, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO shop_upkeep (shop_id, closed_before_at) VALUES (\(shop), \(moment))
            ON CONFLICT (shop_id) DO UPDATE SET closed_before_at = excluded.closed_before_at
            WHERE COALESCE(shop_upkeep.closed_before_at, 0) < excluded.closed_before_at
            """)
    }

    /// The members that follow one by id, each with the last entry recorded before a moment.
    public func members(
        after id: Customer.ID?, in shop: Shop.ID, before moment: Instant, limit: Int
    ) throws -> [SealedMember] {
        try connection.all(
            """
            SELECT member.customer_id, entry.sequence, entry.balance_after, entry.hash
            FROM member JOIN entry ON entry.shop_id = member.shop_id AND entry.customer_id = member.customer_id
                AND entry.sequence = (
                    SELECT sequence FROM entry AS covered
                    WHERE covered.shop_id = member.shop_id AND covered.customer_id = member.customer_id
                        AND covered.recorded_at < \(moment)
                    ORDER BY sequence DESC LIMIT 1)
            WHERE member.shop_id = \(shop) AND member.customer_id > \(id?.text ?? "")
            ORDER BY member.customer_id LIMIT \(limit)
            """
        ) { row in
            SealedMember(
                customerID: try row.id(), sequence: try row.integer(), balance: try row.points(),
                hash: try row.bytes())
        }
    }

    private func read(_ row: inout SQLRow, _ shop: Shop.ID) throws -> Row {
        let (number, day, coversBefore) = (try row.integer(), try row.day(), try row.instant())
        let sealedAt = try row.instant()
        let contents = SealedContents(
            memberCount: try row.integer(), entryCount: try row.integer(), balance: try row.points(),
            membersHash: try row.bytes())
        let seal = Seal(shopID: shop, number: number, day: day, coversBefore: coversBefore, contents: contents)
        return Row(seal: seal, sealedAt: sealedAt, hash: try row.bytes())
    }
}

private let columns: StaticString =
    """
    number, sealed_on, covers_before_at, sealed_at, member_count, entry_count, balance_points, members_hash, hash
    """
