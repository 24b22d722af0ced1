import Storage
import Synchronization

/// Notes which queries are announced and which are asked, and has them run.
final class ListenedDatabase: SQLDatabase {
    struct Heard {
        var announced: [SQLStatement] = []
        /// Asked without having been announced: each is a journey to a server and back.
        var unannounced: [SQLStatement] = []
        /// Announced and not asked by now.
        var unasked: [SQLStatement] { announced.filter { !asked.contains($0) } }
        fileprivate var asked: [SQLStatement] = []
    }

    private let base: any SQLDatabase
    private let state = Mutex(Heard())

    init(_ base: any SQLDatabase) { self.base = base }

    var heard: Heard { state.withLock { $0 } }
    var dialect: SQLDialect { base.dialect }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await base.read { [self] connection in try body(ListenedConnection(connection, self)) }
    }

    func write<Value: Sendable>(
        in scope: WriteScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await base.write(in: scope) { [self] connection in try body(ListenedConnection(connection, self)) }
    }

    func hold(_ job: SoleJob) async throws -> (any JobHold)? { try await base.hold(job) }

    func close() async { await base.close() }

    fileprivate func noteAnnouncement(_ query: SQLStatement) { state.withLock { $0.announced.append(query) } }

    fileprivate func noteQuestion(_ query: SQLStatement) {
        state.withLock { heard in
            heard.asked.append(query)
            if !heard.announced.contains(query) { heard.unannounced.append(query) }
        }
    }
}

private final class ListenedConnection: SQLConnection {
    private let connection: any SQLConnection
    private let listener: ListenedDatabase

    init(_ connection: any SQLConnection, _ listener: ListenedDatabase) {
        self.connection = connection
        self.listener = listener
    }

    func execute(_ statement: SQLStatement) throws -> Int { try connection.execute(statement) }

    func send(_ statement: SQLStatement) throws { try connection.send(statement) }

    func expect(_ query: SQLStatement) throws {
        listener.noteAnnouncement(query)
        try connection.expect(query)
    }

    func forEach(_ statement: SQLStatement, _ body: (inout SQLRow) throws -> Void) throws {
        listener.noteQuestion(statement)
        try connection.forEach(statement, body)
    }
}
