import Storage

/// Opens sessions that keep what the engine promises.
struct SessionOpening: Sendable {
    private static let versionMin = 130_000

    let url: String
    let options: PostgresOptions

    /// - Throws: ``ServerError`` where there is no connection; ``StorageFailure`` where its server must not be used.
    func session() throws -> Session {
        let session = try Session(url, silenceMax: options.silenceMax)
        // Only this way a session that a pooler hands on keeps nothing of what somebody else has set.
        try session.run(Self.settings, [.integer(Int64(options.statementSeconds) * 1_000)])
        let found = Found(try session.take())
        // What stands outside of a transaction would go on in one until the next pause.
        try session.settle()
        guard found.version >= Self.versionMin else { throw Self.refusal("PostgreSQL 13 or later is needed") }
        guard found.encoding == "UTF8" else {
            throw Self.refusal("the database must have the encoding UTF8, and has \(found.encoding)")
        }
        guard ["on", "remote_apply"].contains(found.synchronousCommit) else {
            throw Self.refusal("PostgreSQL refuses to flush every commit (synchronous_commit = on)")
        }
        if found.fsync == "off" {
            session.warning = "PostgreSQL runs with fsync = off: what was committed can be lost with the power."
        }
        return session
    }

    /// Commits wait for the disk, whatever is usual there, and nothing waits for ever: a server that hangs in the
    /// middle of a transaction, whose machine is gone, or that has given up a connection on which a statement runs, is
    /// made to let go of its locks.
    private static let settings = """
        SELECT CAST(current_setting('server_version_num') AS BIGINT), current_setting('server_encoding'),
            set_config('synchronous_commit', CASE current_setting('synchronous_commit')
                WHEN 'remote_apply' THEN 'remote_apply' ELSE 'on' END, false),
            current_setting('fsync'), set_config('statement_timeout', CAST(CAST($1 AS BIGINT) AS TEXT), false),
            set_config('idle_in_transaction_session_timeout', '60000', false),
            set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
            set_config('tcp_keepalives_count', '3', false), set_config('standard_conforming_strings', 'on', false),
            set_config('jit', 'off', false),
            CASE WHEN CAST(current_setting('server_version_num') AS BIGINT) >= 140000 AND version() LIKE '%linux%'
                THEN set_config('client_connection_check_interval', '2000', false) END
        """

    private static func refusal(_ reason: String) -> StorageFailure { .unavailable(reason) }

    private struct Found {
        var version: Int64 = 0
        var encoding = ""
        var synchronousCommit = ""
        var fsync = ""

        init(_ result: SessionResult) {
            result.forEach { row in
                version = row.optionalInteger() ?? 0
                encoding = row.optionalText() ?? ""
                synchronousCommit = row.optionalText() ?? ""
                fsync = row.optionalText() ?? ""
            }
        }
    }
}
