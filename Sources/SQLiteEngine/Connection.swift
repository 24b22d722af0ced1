import GRDB
import GRDBSQLite
import Storage

/// One of GRDB's connections, driven by SQLite's own functions: GRDB's statements reached two thirds of their speed.
///
/// It belongs to the thread that made it.
final class Connection: SQLConnection {
    private static let statementsMax = 256

    let database: Database
    let handle: OpaquePointer
    private var statements: [SQLText: PreparedStatement] = [:]
    private var schemaChanges = 0
    private var lossCause: StorageFailure?

    init(_ database: Database) throws {
        guard let handle = database.sqliteConnection else { throw StorageFailure.closed }
        self.database = database
        self.handle = handle
    }

    /// Grows with everything that would have to be undone.
    var changeCount: Int { Int(sqlite3_total_changes(handle)) + schemaChanges }

    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int {
        let changesBefore = sqlite3_total_changes(handle)
        try run(statement) { running in while try running.step() {} }
        // The total counts what triggers did, too; the other one keeps its old value where nothing changed.
        return sqlite3_total_changes(handle) == changesBefore ? 0 : Int(sqlite3_changes(handle))
    }

    func send(_ statement: SQLStatement) throws {
        try run(statement) { running in while try running.step() {} }
    }

    func forEach(_ statement: SQLStatement, _ body: (inout SQLRow) throws -> Void) throws {
        try run(statement) { running in
            var row = SQLRow(running.columns)
            while try running.step() {
                try body(&row)
                row.rewind()
            }
        }
    }

    /// On some errors, such as a full disk, SQLite rolls everything back by itself; a closure that carried on after
    /// that would write outside of a transaction.
    func requireTransaction() throws {
        guard !isInTransaction else { return }
        throw lossCause ?? .unavailable("the transaction was lost")
    }

    /// Runs a read-only transaction.
    func reading<Value>(_ body: () throws -> Value) throws -> Value {
        try control("BEGIN")
        defer { rollBack() }
        return try body()
    }

    /// Begins or ends a transaction or a savepoint.
    func control(_ statement: SQLStatement) throws {
        lossCause = nil
        let prepared = try prepare(statement.text)
        defer { prepared.reset() }
        _ = try prepared.step()
    }

    /// Ends a transaction if there is one. Should that fail, the next BEGIN will fail, and its caller come here again.
    func rollBack() {
        guard isInTransaction else { return }
        do { try control("ROLLBACK") } catch {}
    }

    /// Forgets every statement, because SQLite closes no connection that has one.
    func finish() { statements.removeAll() }

    private var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    private func run(_ statement: SQLStatement, _ body: (PreparedStatement) throws -> Void) throws {
        try requireTransaction()
        let prepared = try prepare(statement.text)
        defer { prepared.reset() }
        if prepared.changesSchema { schemaChanges += 1 }
        do {
            try prepared.bind(statement.values)
            try body(prepared)
        } catch {
            if !isInTransaction { lossCause = lossCause ?? error as? StorageFailure }
            throw error
        }
    }

    private func prepare(_ text: SQLText) throws -> PreparedStatement {
        // One that is running belongs to a loop around this call; the new one takes its place.
        if let known = statements[text], !known.isRunning { return known }
        let new = try PreparedStatement(text.sql, on: handle)
        if statements.count >= Self.statementsMax { statements.removeAll(keepingCapacity: true) }
        statements[text] = new
        return new
    }
}
