import CLibPQ
import Loyalty
import Storage

/// A session with its prepared statements and the transaction it is in.
///
/// It belongs to the thread that made it.
final class Connection: SQLConnection {
    private static let owedMax = 128

    private enum State {
        case idle
        case active
        case broken(ServerError)
    }

    private let session: Session
    private var statements = PreparedStatements()
    private var replanning = Replanning()
    private var isAbandoned = false
    private var state = State.idle
    private var expected = ExpectedQueries()
    /// What the transaction may name; `nil` where it reads only.
    var scope: WriteScope?
    /// Grows with everything that would have to be undone.
    private(set) var changeCount = 0

    init(_ session: Session) { self.session = session }

    var isLost: Bool { session.isLost || isAbandoned }

    /// What has broken the transaction.
    var breakage: ServerError? {
        guard case .broken(let error) = state else { return nil }
        return error
    }

    @discardableResult
    func execute(_ statement: SQLStatement) throws -> Int { try run(statement).changeCount }

    func send(_ statement: SQLStatement) throws {
        try requireTransaction()
        changeCount += 1
        expected.forgetAll()
        do {
            try post(statement)
            // The server must not come to wait until somebody takes its answers.
            if session.owed >= Self.owedMax { _ = try take() }
        } catch let error as ServerError {
            throw error.failure
        }
    }

    func expect(_ query: SQLStatement) throws {
        try requireTransaction()
        do { try dispatch(query) } catch let error as ServerError { throw error.failure }
        expected.add(query)
    }

    func forEach(_ statement: SQLStatement, _ body: (inout SQLRow) throws -> Void) throws {
        try run(statement).forEach(body)
    }

    /// After an error the server refuses everything until the transaction is rolled back; a closure that carried on
    /// must not be told that it succeeded.
    func requireTransaction() throws {
        switch state {
        case .active: return
        case .idle: throw StorageFailure.unavailable("there is no transaction")
        case .broken(let error): throw error.failure
        }
    }

    /// Begins a transaction, with whatever must come first in it. None of it is waited for.
    func begin(_ statements: [SQLStatement]) throws {
        state = .active
        expected.forgetAll()
        for statement in statements { try post(statement) }
        if let statement = replanning.statement() { try post(statement) }
    }

    /// Sends a statement of the transaction's own, and waits for nothing.
    func post(_ statement: SQLStatement) throws {
        // Their results would no longer be the last ones.
        expected.forgetSent()
        try dispatch(statement)
    }

    private func dispatch(_ statement: SQLStatement) throws {
        do {
            if statement.text.isWritten { return try session.run(statement.text.sql, statement.values) }
            let prepared = try statements.prepared(statement, on: session)
            try requireScope(of: statement, prepared)
            try session.run(prepared: prepared.name, statement.values)
            replanning.note()
        } catch let error as ServerError {
            throw broken(by: error)
        }
    }

    /// Waits for the last statement that was sent.
    /// - Throws: ``ServerError``, also one of a statement before.
    func take() throws -> SessionResult { try take(last: 1, silenceMax: silenceMax)[0] }

    /// What all others wait for, such as a migration, may take its time.
    private var silenceMax: Duration? { scope == .everything ? nil : session.silenceMax }

    private func take(last count: Int, silenceMax: Duration?) throws -> [SessionResult] {
        do {
            let results = try session.take(last: count, silenceMax: silenceMax)
            statements.confirm()
            return results
        } catch let error as ServerError {
            throw broken(by: error)
        }
    }

    /// Ends the transaction without waiting for it; only one that has changed nothing may end so. Should the
    /// connection be lost over it, the next one who needs it will find out.
    func leave() {
        do {
            try post("COMMIT")
            try session.flush()
        } catch {}
        state = .idle
    }

    func commit() throws {
        try post("COMMIT")
        // Whether it is done is known once the server says so, and it may have to wait for its standby.
        let tag = try take(last: 1, silenceMax: nil)[0].tag
        state = .idle
        // What was broken is rolled back, whatever was asked for.
        guard tag == "COMMIT" else { throw ServerError(state: "25P02", message: "the transaction was lost") }
    }

    /// Has another connection be made in place of this one.
    func abandon() { isAbandoned = true }

    /// Ends a transaction if there is one.
    func rollBack() {
        defer { state = .idle }
        guard !session.isLost else { return }
        do {
            if case .idle = state { return }
            // Something that nobody has waited for may have failed.
            try session.settle()
            try post("ROLLBACK")
            _ = try take()
        } catch {}
    }

    /// Goes back to a savepoint, also after an error.
    func rollBack(to savepoint: [SQLStatement]) throws {
        try session.settle()
        try begin(savepoint)
        _ = try take()
    }

    private func run(_ statement: SQLStatement) throws -> SessionResult {
        try requireTransaction()
        do {
            if let result = try expectedResult(of: statement) { return result }
            try post(statement)
            let result = try take()
            if result.effect > 0 { expected.forgetAll() }
            changeCount += result.effect
            return result
        } catch let error as ServerError {
            throw error.failure
        }
    }

    /// The result of a query that was announced; the first time, those of all that were come with it.
    private func expectedResult(of statement: SQLStatement) throws -> SessionResult? {
        guard expected.contains(statement) else { return nil }
        if expected.sentCount > 0 {
            expected.fill(with: try take(last: expected.sentCount, silenceMax: silenceMax))
        }
        return expected.take(statement)
    }

    /// A transaction that named another shop than its own would not have waited for that shop's others.
    private func requireScope(of statement: SQLStatement, _ prepared: PreparedStatements.Prepared) throws {
        guard !prepared.shopPlaces.isEmpty, let scope, scope != .everything else { return }
        for place in prepared.shopPlaces {
            if case .shop(let shop) = scope, statement.values[place] == .text(shop.text) { continue }
            throw StorageFailure.unavailable("a transaction of \(scope) names \(statement.values[place])")
        }
    }

    private func broken(by error: ServerError) -> ServerError {
        state = .broken(error)
        statements.forgetUnconfirmed()
        return error
    }
}
