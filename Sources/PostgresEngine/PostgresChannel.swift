import CLibPQ
import Foundation
public import Storage
import Synchronization

/// What servers tell each other by `NOTIFY`, on a connection and a thread of its own.
///
/// It is not part of the transactions that it is about: `NOTIFY` in a transaction has all commits of the database wait
/// in one line. What was told within a moment goes together.
public final class PostgresChannel: ServerChannel {
    private static let waitingMax = 1_000
    private static let pause = Duration.milliseconds(500)

    private struct State {
        var waiting: [String] = []
        var listener: (@Sendable (String) -> Void)?
        var isClosed = false
    }

    /// PostgreSQL takes 8,000.
    public let byteCountMax = 7_500
    private let url: String
    private let state = Mutex(State())

    public init(_ url: String) {
        self.url = url
        Thread.detachNewThread { [self] in
            Thread.current.name = "tuzo-channel"
            run()
        }
    }

    public func tell(_ text: String) {
        state.withLock { state in
            // The oldest are given up while there is no connection.
            if state.waiting.count >= Self.waitingMax { state.waiting.removeFirst() }
            state.waiting.append(text)
        }
    }

    public func listen(_ listener: @escaping @Sendable (String) -> Void) {
        state.withLock { $0.listener = listener }
    }

    public func close() { state.withLock { $0.isClosed = true } }

    private func run() {
        while !state.withLock({ $0.isClosed }) {
            guard let line = PartyLine(url) else {
                Link.sleep(Self.pause)
                continue
            }
            while let turn = nextTurn(), line.take(turn.texts, hearing: turn.listener ?? { _ in }) {}
        }
    }

    private func nextTurn() -> (texts: [String], listener: (@Sendable (String) -> Void)?)? {
        state.withLock { state in
            guard !state.isClosed else { return nil }
            defer { state.waiting = [] }
            return (state.waiting, state.listener)
        }
    }
}

/// A connection that is listened on.
private final class PartyLine {
    private static let waitMilliseconds: Int32 = 50

    private let handle: OpaquePointer
    private let name: String

    /// - Returns: `nil` where the database cannot be reached.
    init?(_ url: String) {
        guard let handle = SessionAddress(url).connect() else { return nil }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK,
            let name = PartyLine.answer(
                to: "SELECT 'tuzo_activity_' || (CAST(hashtext(current_schema()) AS BIGINT) & 4294967295)", handle)
        else {
            PQfinish(handle)
            return nil
        }
        self.name = name
        guard PartyLine.answer(to: "LISTEN \(name)", handle) != nil else {
            PQfinish(handle)
            return nil
        }
    }

    deinit { PQfinish(handle) }

    /// Tells some texts, and hears what others have told, until a moment has passed.
    /// - Returns: `false` where the connection is lost.
    func take(_ texts: [String], hearing hear: (String) -> Void) -> Bool {
        for text in texts where !tell(text) { return false }
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        poll(&descriptor, 1, Self.waitMilliseconds)
        guard PQconsumeInput(handle) == 1 else { return false }
        while let notice = PQnotifies(handle) {
            if notice.pointee.be_pid != PQbackendPID(handle) { hear(String(cString: notice.pointee.extra)) }
            PQfreemem(notice)
        }
        return PQstatus(handle) == CONNECTION_OK
    }

    private func tell(_ text: String) -> Bool {
        var parameters = Parameters()
        parameters.fill(with: [.text(name), .text(text)])
        let result = parameters.lend { addresses, lengths, formats in
            PQexecParams(handle, "SELECT pg_notify($1, $2)", 2, nil, addresses, lengths, formats, 0)
        }
        defer { PQclear(result) }
        return PQresultStatus(result) == PGRES_TUPLES_OK
    }

    /// The first value that a statement answers, or an empty text.
    private static func answer(to statement: String, _ handle: OpaquePointer) -> String? {
        let result = PQexec(handle, statement)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK: return String(cString: PQgetvalue(result, 0, 0))
        case PGRES_COMMAND_OK: return ""
        default: return nil
        }
    }
}
