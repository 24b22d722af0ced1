import CLibPQ
import Foundation
import Storage

/// A connection of libpq on which statements are sent without waiting for the results of those before (pipeline mode),
/// so that several go to the server and back in one journey.
///
/// It belongs to one thread at a time.
final class Session {
    private enum Sent {
        case preparation
        case statement
    }

    private let handle: OpaquePointer
    /// For how long the server may say nothing before it counts as gone; `nil` for ever.
    let silenceMax: Duration?
    private var parameters = Parameters()
    /// What was sent and its results not taken.
    private var sent: [Sent] = []
    private(set) var isLost = false
    /// How many statements were sent whose results were not taken.
    var owed: Int { sent.count }
    /// What the operator should know about the server, or `nil`.
    var warning: String?

    /// - Parameter url: As libpq takes it: `postgres://…` with all its options, or `key=value …`.
    /// - Throws: ``ServerError``.
    init(_ url: String, silenceMax: Duration?) throws {
        guard let handle = SessionAddress(url).connect() else { throw ServerError.lost("out of memory") }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw ServerError(connection: handle)
        }
        // Notices, such as "relation exists already, skipping", would go to standard error.
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        PQenterPipelineMode(handle)
        self.handle = handle
        self.silenceMax = silenceMax
    }

    deinit { PQfinish(handle) }

    /// Sends a statement to be prepared under a name.
    func prepare(_ sql: String, as name: String, _ kinds: [Oid]) throws {
        try note(.preparation, PQsendPrepare(handle, name, sql, Int32(kinds.count), kinds))
    }

    /// Sends a prepared statement with its values.
    func run(prepared name: String, _ values: [SQLValue]) throws {
        parameters.fill(with: values)
        let code = parameters.lend { addresses, lengths, formats in
            PQsendQueryPrepared(handle, name, Int32(values.count), addresses, lengths, formats, 1)
        }
        try note(.statement, code)
    }

    /// Sends a statement that is not prepared.
    func run(_ sql: String, _ values: [SQLValue]) throws {
        parameters.fill(with: values)
        let kinds = values.map(Parameters.kind)
        let code = parameters.lend { addresses, lengths, formats in
            PQsendQueryParams(handle, sql, Int32(values.count), kinds, addresses, lengths, formats, 1)
        }
        try note(.statement, code)
    }

    /// Waits for the results of all statements sent, and keeps those of the last ones.
    /// - Parameter silenceMax: For how long the server may say nothing; `nil` for ever.
    /// - Throws: The first ``ServerError`` among them. The server has then done nothing that was sent after it; call
    ///   ``settle()`` before anything else is sent.
    func take(last count: Int, silenceMax: Duration?) throws -> [SessionResult] {
        try flush()
        var (results, failure) = ([SessionResult](), ServerError?.none)
        for sent in sent {
            let result = try next(silenceMax)
            failure = failure ?? result.failure
            if sent == .statement { results.append(result) }
            if results.count > count { results.removeFirst() }
        }
        sent.removeAll(keepingCapacity: true)
        if let failure { throw failure }
        guard results.count == count else { throw ServerError.lost("nothing was asked for") }
        return results
    }

    /// The result of the last statement sent, as above.
    func take() throws -> SessionResult { try take(last: 1, silenceMax: silenceMax)[0] }

    /// Has the server begin with what was sent, and waits for nothing.
    func flush() throws {
        guard PQsendFlushRequest(handle) == 1, PQflush(handle) == 0 else { throw loss() }
    }

    /// Whether the connection is there, as far as this machine knows by now; nothing is asked for, or waited for.
    /// Only for a session that is owed nothing.
    func isThere() -> Bool {
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while !isLost, poll(&descriptor, 1, 0) > 0 {
            // The server may say why it goes, or that a setting of it has changed.
            if PQconsumeInput(handle) != 1 || PQstatus(handle) != CONNECTION_OK { isLost = true }
        }
        return !isLost
    }

    /// Ends the state in which the server passes over what is sent, and drops the results that are owed.
    func settle() throws {
        guard PQpipelineSync(handle) == 1 else { throw loss() }
        while true {
            try awaitAnswer(silenceMax)
            guard let result = PQgetResult(handle) else {
                if PQstatus(handle) != CONNECTION_OK { throw loss() }
                continue
            }
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_PIPELINE_SYNC { break }
            if PQstatus(handle) != CONNECTION_OK { throw loss() }
        }
        sent.removeAll(keepingCapacity: true)
    }

    private func note(_ sent: Sent, _ code: Int32) throws {
        guard code == 1 else { throw loss() }
        self.sent.append(sent)
    }

    /// The result of one statement, which is followed by nothing before that of the next one.
    private func next(_ silenceMax: Duration?) throws -> SessionResult {
        try awaitAnswer(silenceMax)
        guard let result = PQgetResult(handle) else { throw loss() }
        let found = SessionResult(result)
        if PQstatus(handle) != CONNECTION_OK {
            let error = found.failure ?? ServerError(connection: handle)
            isLost = true
            throw error.isLoss ? error : .lost(error.message)
        }
        while let more = PQgetResult(handle) { PQclear(more) }
        return found
    }

    /// Waits until the next result can be taken without waiting. A server that hangs, and whose machine does not, says
    /// nothing for ever.
    private func awaitAnswer(_ silenceMax: Duration?) throws {
        // Without a limit libpq waits by itself.
        guard let silenceMax, PQisBusy(handle) == 1 else { return }
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        let deadline = ContinuousClock.now + silenceMax
        while true {
            // First what TLS has read already: the socket would not tell of it.
            guard PQconsumeInput(handle) == 1 else { throw loss() }
            guard PQisBusy(handle) == 1 else { return }
            let rest = (deadline - .now) / .milliseconds(1)
            guard rest > 0 else {
                isLost = true
                throw ServerError.lost("the server has said nothing for \(silenceMax.components.seconds) seconds")
            }
            poll(&descriptor, 1, Int32(rest.rounded(.up)))
        }
    }

    private func loss() -> ServerError {
        isLost = true
        return ServerError(connection: handle)
    }
}
