public import Loyalty

/// Some members who follow one another by id, with all that is written about them.
public struct AuditPage: Sendable {
    public private(set) var records: [AuditRecords]
    /// All versions of the shop's program, rising by number.
    public let versions: [ProgramVersion]
    let keys: AuditRange
    private var place = 0

    init(_ records: [AuditRecords], in keys: AuditRange, _ versions: [ProgramVersion]) {
        self.records = records
        self.keys = keys
        self.versions = versions
    }

    /// Reads the rows of one table, which come in the order of their members; the first two columns are the member's id
    /// and what tells the member's rows apart.
    ///
    /// A row that cannot be read is noted, because to find such rows is what an audit is for.
    mutating func read(
        _ table: String, _ statement: SQLStatement, _ connection: any SQLConnection,
        _ add: (inout SQLRow, inout AuditRecords) throws -> Void
    ) throws {
        place = 0
        try connection.forEach(statement) { row in
            if place == records.count || !row.skip(records[place].customerID.text) { seek(try row.id()) }
            do {
                try add(&row, &records[place])
            } catch {
                records[place].unreadable.append((row: table + " " + key(of: &row), reason: words(for: error)))
            }
        }
    }

    /// Reads the rows of one table that belong to these members, as above.
    /// - Parameters:
    ///   - columns: What is read; the first of them tells a member's rows apart, which come rising by it.
    ///   - member: The column that names the member.
    mutating func read(
        _ columns: StaticString, from table: StaticString, of member: StaticString = "customer_id",
        _ connection: any SQLConnection, _ add: (inout SQLRow, inout AuditRecords) throws -> Void
    ) throws {
        try read(
            "\(table)",
            """
            SELECT \(sql: member), \(sql: columns) FROM \(sql: table)
            WHERE shop_id = \(keys.shop) AND \(sql: member) > \(keys.after) AND \(sql: member) <= \(keys.through)
            ORDER BY 1, 2
            """, connection, add)
    }

    /// Moves on to the records of a member; makes some where only this row names the member.
    private mutating func seek(_ id: Customer.ID) {
        while place < records.count, records[place].customerID < id { place += 1 }
        guard place == records.count || records[place].customerID != id else { return }
        records.insert(AuditRecords(id), at: place)
    }

    private func key(of row: inout SQLRow) -> String {
        row.rewind()
        _ = row.optionalText()
        return row.optionalText() ?? ""
    }
}

/// What is wrong with a row, in words.
func words(for error: any Error) -> String {
    switch error {
    case StorageFailure.corrupt(let reason): reason
    case let rejection as any Rejection: rejection.sentence
    default: "\(error)"
    }
}

/// The ids of one shop's members from one to another, the first excluded, in the order the database has them in.
public struct AuditRange: Sendable {
    let shop: Shop.ID
    let after: String
    let through: String
    /// The last member; `nil` where there are no members after these.
    public let last: Customer.ID?

    init(in shop: Shop.ID, after id: Customer.ID?, through last: Customer.ID?) {
        self.shop = shop
        self.last = last
        after = id?.text ?? ""
        through = last?.text ?? end
    }
}

/// A text that sorts after every id, which has 64 characters at most.
private let end = String(repeating: "\u{10FFFF}", count: 65)
