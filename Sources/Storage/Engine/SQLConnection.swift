/// One connection inside one transaction; it must not leave the closure it was given to.
public protocol SQLConnection: AnyObject {
    /// Runs a statement that returns no rows.
    /// - Returns: How many rows it inserted, updated or deleted.
    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int

    /// Runs a statement that returns no rows, and of which nobody asks how many rows it changed.
    ///
    /// An engine need not wait for it. Where it fails, that is thrown here, by a later statement, or instead of the
    /// commit.
    func send(_ statement: SQLStatement) throws

    /// Announces a query whose rows will be asked for soon, by the same statement with the same values.
    ///
    /// It changes no answer, only when an engine begins: one whose server is a journey away can send several queries on
    /// one journey. Whatever is written in between is seen.
    func expect(_ query: SQLStatement) throws

    /// Runs a query and hands over each row in turn; the row is valid only within the call.
    func forEach(_ statement: SQLStatement, _ body: (inout SQLRow) throws -> Void) throws
}

extension SQLConnection {
    public func send(_ statement: SQLStatement) throws { try execute(statement) }

    public func expect(_ query: SQLStatement) throws {}

    /// All rows of a query.
    @inline(__always)
    public func all<Value>(_ statement: SQLStatement, _ read: (inout SQLRow) throws -> Value) throws -> [Value] {
        try allRows(of: statement, on: self, read)
    }

    /// The first row of a query, or `nil` where there is none.
    @inline(__always)
    public func first<Value>(_ statement: SQLStatement, _ read: (inout SQLRow) throws -> Value) throws -> Value? {
        try firstRow(of: statement, on: self, read)
    }
}

// These two are apart from the protocol: in its extension they would depend on the kind of connection, which only the
// runtime knows, and would ask it anew for each row what kind of value that becomes.

private func allRows<Value>(
    of statement: SQLStatement, on connection: any SQLConnection, _ read: (inout SQLRow) throws -> Value
) throws -> [Value] {
    var values: [Value] = []
    try connection.forEach(statement) { row in values.append(try read(&row)) }
    return values
}

private func firstRow<Value>(
    of statement: SQLStatement, on connection: any SQLConnection, _ read: (inout SQLRow) throws -> Value
) throws -> Value? {
    var value: Value?
    try connection.forEach(statement) { row in
        if value == nil { value = try read(&row) }
    }
    return value
}
