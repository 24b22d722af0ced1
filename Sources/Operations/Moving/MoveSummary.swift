/// What an export holds, or an import has brought.
public struct MoveSummary: Hashable, Sendable {
    /// The hash over the whole export but its last line, in hexadecimal digits: two exports with the same are the same.
    public internal(set) var hash = ""
    private var rowCounts: [String: Int] = [:]

    /// How many rows there are of a table; 0 where there is none of that name.
    public func rowCount(of table: String) -> Int { rowCounts[table] ?? 0 }

    public var tableCount: Int { rowCounts.count }
    public var rowCount: Int { rowCounts.values.reduce(0, +) }

    mutating func add(_ rowCount: Int, of table: String) { rowCounts[table] = rowCount }
}
