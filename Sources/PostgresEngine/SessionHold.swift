import Dispatch
import Foundation
import Storage
import Synchronization

/// A job that is held by a lock of a session of its own: the server lets go of it with the connection, however that
/// ends, and at the latest when a machine that is gone no longer answers (see ``SessionOpening``).
final class SessionHold: JobHold {
    private static let queue = DispatchQueue(label: "tuzo.postgres.jobs", attributes: .concurrent)

    private let session: Mutex<Handover?>

    private init(_ session: Session) { self.session = Mutex(Handover(session)) }

    /// - Returns: `nil` where another session has the job.
    /// - Throws: ``StorageFailure``.
    static func take(_ job: SoleJob, _ opening: SessionOpening) async throws -> SessionHold? {
        try await onQueue {
            let session = try opening.checkedSession()
            do {
                return try session.tryLock(job) ? SessionHold(session) : nil
            } catch let error as ServerError {
                throw error.failure
            }
        }
    }

    var isGood: Bool { session.withLock { $0?.session?.isThere() ?? false } }

    func giveBack() async {
        guard let held = session.withLock({ $0.take() }) else { return }
        do {
            // Closing the connection alone would do, but the server notices that only some time after.
            try await SessionHold.onQueue { try held.take()?.unlockAll() }
        } catch {}
    }

    private static func onQueue<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}

extension Session {
    /// - Returns: Whether this session has the job now. The lock's number is made of the schema, too, so that two
    ///   installations in one database are not in each other's way.
    fileprivate func tryLock(_ job: SoleJob) throws -> Bool {
        var isHeld = false
        try run(
            """
            SELECT CASE WHEN pg_try_advisory_lock(20022, hashtext(current_schema() || ' ' || $1))
                THEN CAST(1 AS BIGINT) ELSE CAST(0 AS BIGINT) END
            """, [.text(job.rawValue)])
        try take().forEach { row in isHeld = row.optionalInteger() == 1 }
        try settle()
        return isHeld
    }

    fileprivate func unlockAll() throws {
        try run("SELECT pg_advisory_unlock_all()", [])
        _ = try take()
        try settle()
    }
}
