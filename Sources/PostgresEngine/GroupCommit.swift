import Dispatch
import Loyalty
import Storage

/// Runs the transactions of one scope that wait as one, so that they share one commit.
///
/// One that throws fails alone. Where it has not written yet, that takes nothing. Where it has, the whole batch is
/// rolled back and run again with a savepoint around each.
struct GroupCommit {
    /// A server keeps 64 savepoints of a transaction at hand. More in a batch would hardly save anything, because it is
    /// their statements that take the time.
    static let batchMax = 64
    private static let attemptsMax = 10

    private struct NeedsSavepoints: Error {}
    /// What the only transaction of a batch threw.
    private struct Refused: Error { let reason: any Error }
    /// The connection was lost while the batch was being committed: it may be committed or not.
    private struct InDoubt: Error { let message: String }

    let link: Link
    let statistics: WriteCounter

    /// Answers every transaction of the batch, once it is known what the disk has of it.
    func run(_ batch: [PendingTransaction], in scope: WriteScope) {
        var (attempt, withSavepoints) = (1, false)
        while true {
            do {
                let connection = try link.connection()
                defer { connection.rollBack() }
                for answer in try commit(batch, scope, withSavepoints, on: connection) { answer() }
                return
            } catch is NeedsSavepoints {
                withSavepoints = true
            } catch let refused as Refused {
                return fail(batch, refused.reason)
            } catch let doubt as InDoubt {
                return fail(batch, StorageFailure.unavailable("it may be done or not: \(doubt.message)"))
            } catch let error as ServerError where attempt < Self.attemptsMax && error.passes {
                statistics.addRepetition()
                Link.sleep(.milliseconds(Int.random(in: 0..<1 << attempt)))
                attempt += 1
            } catch {
                return fail(batch, (error as? ServerError)?.failure ?? error)
            }
        }
    }

    private func fail(_ batch: [PendingTransaction], _ error: any Error) {
        for work in batch { work.fail(error) }
    }

    private func commit(
        _ batch: [PendingTransaction], _ scope: WriteScope, _ withSavepoints: Bool, on connection: Connection
    ) throws -> [PendingTransaction.Answer] {
        connection.scope = scope
        try connection.begin(scope.beginning)
        var committed = 0
        let answers = try batch.map { work in
            try withSavepoints
                ? runInSavepoint(work, on: connection, &committed)
                : runPlainly(work, isAlone: batch.count == 1, on: connection, &committed)
        }
        let start = DispatchTime.now().uptimeNanoseconds
        do {
            try connection.commit()
        } catch let error as ServerError where error.isLoss {
            throw InDoubt(message: error.message)
        } catch let error as ServerError where !error.passes && batch.count > 1 && !withSavepoints {
            // It may be that of a statement which nobody has waited for.
            throw NeedsSavepoints()
        }
        statistics.addCommit(of: committed, nanoseconds: DispatchTime.now().uptimeNanoseconds - start)
        return answers
    }

    private func runPlainly(
        _ work: PendingTransaction, isAlone: Bool, on connection: Connection, _ committed: inout Int
    ) throws -> PendingTransaction.Answer {
        let changesBefore = connection.changeCount
        do {
            let answer = try work.run(connection)
            try connection.requireTransaction()
            committed += 1
            return answer
        } catch {
            try requirePassable(connection)
            guard connection.breakage != nil || connection.changeCount != changesBefore else {
                return { work.fail(error) }
            }
            if isAlone { throw Refused(reason: error) }
            throw NeedsSavepoints()
        }
    }

    private func runInSavepoint(
        _ work: PendingTransaction, on connection: Connection, _ committed: inout Int
    ) throws -> PendingTransaction.Answer {
        try connection.post("SAVEPOINT one")
        do {
            let answer = try work.run(connection)
            try connection.requireTransaction()
            try connection.post("RELEASE SAVEPOINT one")
            _ = try connection.take()
            committed += 1
            return answer
        } catch {
            try requirePassable(connection)
            try connection.rollBack(to: ["ROLLBACK TO SAVEPOINT one", "RELEASE SAVEPOINT one"])
            let failure = (error as? ServerError)?.failure ?? error
            return { work.fail(failure) }
        }
    }

    /// - Throws: What has broken the transaction, where it is not the closure's own fault: then all are run again.
    private func requirePassable(_ connection: Connection) throws {
        guard let cause = connection.breakage, cause.passes else { return }
        if cause.isReadOnly { connection.abandon() }
        throw cause
    }
}

extension ServerError {
    /// Whether it has nothing to do with what was asked for, and may be gone the next time.
    fileprivate var passes: Bool { isTransient || isLoss || isReadOnly }
}

extension WriteScope {
    /// How its transaction begins: with the locks that make transactions of one scope wait for one another, on all
    /// servers. What a statement reads after them was committed before they were had, because in READ COMMITTED each
    /// statement looks anew.
    ///
    /// A lock is let go with the transaction, however that ends. Its number is made of the schema, too, so that two
    /// installations in one database do not wait for one another.
    fileprivate var beginning: [SQLStatement] {
        let begin: SQLStatement = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        return switch self {
        case .shop(let shop): [begin, WriteScope.lock("shop " + shop.text)]
        case .people: [begin, WriteScope.lock("people")]
        case .everything:
            // Such as a migration, which may take its time.
            [
                begin, "SET LOCAL statement_timeout = 0",
                "SELECT pg_advisory_xact_lock(20021, hashtext(current_schema()))",
            ]
        }
    }

    private static func lock(_ name: String) -> SQLStatement {
        """
        SELECT pg_advisory_xact_lock_shared(20021, hashtext(current_schema())),
            pg_advisory_xact_lock(hashtextextended(current_schema() || ' ' || \(name), 20021))
        """
    }
}
