import Dispatch
import Storage

/// Runs the transactions that wait for the writer as one, so that they share one sync of the disk.
///
/// One that throws fails alone. Where it has not written yet, that takes nothing. Where it has, the whole batch is
/// rolled back and run again with a savepoint around each; savepoints from the start would cost a fifth of the speed.
struct GroupCommit {
    static let batchMax = 256

    private struct NeedsSavepoints: Error {}

    let connection: Connection
    let statistics: WriteCounter

    /// Answers every transaction of the batch, once it is known what the disk has of it.
    func run(_ batch: [PendingTransaction], withSavepoints: Bool = false) {
        do {
            for answer in try commit(batch, withSavepoints) { answer() }
        } catch {
            connection.rollBack()
            if error is NeedsSavepoints { return run(batch, withSavepoints: true) }
            for write in batch { write.fail(error) }
        }
    }

    private func commit(_ batch: [PendingTransaction], _ withSavepoints: Bool) throws -> [PendingTransaction.Answer] {
        try connection.control("BEGIN IMMEDIATE")
        var committed = 0
        let answers = try batch.map { write in
            try withSavepoints ? runInSavepoint(write, &committed) : runPlainly(write, &committed)
        }
        let start = DispatchTime.now().uptimeNanoseconds
        try connection.control("COMMIT")
        statistics.addCommit(of: committed, nanoseconds: DispatchTime.now().uptimeNanoseconds - start)
        return answers
    }

    private func runPlainly(_ write: PendingTransaction, _ committed: inout Int) throws -> PendingTransaction.Answer {
        let changesBefore = connection.changeCount
        do {
            return try run(write, &committed)
        } catch {
            try connection.requireTransaction()
            guard connection.changeCount == changesBefore else { throw NeedsSavepoints() }
            return { write.fail(error) }
        }
    }

    private func runInSavepoint(_ write: PendingTransaction, _ committed: inout Int) throws -> PendingTransaction.Answer
    {
        try connection.control("SAVEPOINT one")
        do {
            let answer = try run(write, &committed)
            try connection.control("RELEASE one")
            return answer
        } catch {
            try connection.requireTransaction()
            try connection.control("ROLLBACK TO one")
            try connection.control("RELEASE one")
            return { write.fail(error) }
        }
    }

    private func run(_ write: PendingTransaction, _ committed: inout Int) throws -> PendingTransaction.Answer {
        let answer = try write.run(connection)
        try connection.requireTransaction()
        committed += 1
        return answer
    }
}
