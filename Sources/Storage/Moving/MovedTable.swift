/// A table whose rows go along when an installation moves to another database, as the schema has it.
public struct MovedTable: Sendable {
    /// The columns in their order; those of the primary key come first.
    public let columns: [Column]
    let sql: StaticString
    private let keyCount: Int

    /// - Parameter keyCount: How many columns the primary key has.
    init(_ sql: StaticString, keyCount: Int, _ columns: [Column]) {
        self.sql = sql
        self.keyCount = keyCount
        self.columns = columns
    }

    public var name: String { sql.description }

    /// The columns of the primary key, in whose order rows are read.
    public var key: ArraySlice<Column> { columns.prefix(keyCount) }
}

extension MovedTable {
    /// A column, and what it holds.
    public struct Column: Sendable {
        public enum Kind: Sendable {
            case integer
            case text
            case bytes
        }

        let sql: StaticString
        public let kind: Kind
        /// Whether it may be NULL.
        public let isOptional: Bool

        public var name: String { sql.description }

        static func integer(_ sql: StaticString) -> Column { Column(sql: sql, kind: .integer, isOptional: false) }
        static func text(_ sql: StaticString) -> Column { Column(sql: sql, kind: .text, isOptional: false) }
        static func bytes(_ sql: StaticString) -> Column { Column(sql: sql, kind: .bytes, isOptional: false) }
        static func optionalInteger(_ sql: StaticString) -> Column {
            Column(sql: sql, kind: .integer, isOptional: true)
        }
        static func optionalText(_ sql: StaticString) -> Column { Column(sql: sql, kind: .text, isOptional: true) }
        static func optionalBytes(_ sql: StaticString) -> Column { Column(sql: sql, kind: .bytes, isOptional: true) }
    }
}

extension MovedTable {
    /// All of them, in the order in which they are written down and read again. What is missing is the list of the
    /// schema's steps, which every database has of its own.
    ///
    /// The key of the codes comes first, so that what was made with another key is refused before anything else.
    public static let all =
        [codeKey] + peopleTables + shopTables + memberTables + orderTables + ledgerTables
        + rewardTables + friendTables + sumTables
}
