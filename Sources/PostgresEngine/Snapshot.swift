import Storage

/// Runs transactions that only read, each from one committed state.
struct Snapshot {
    private static let attemptsMax = 4

    let link: Link

    func run(_ work: PendingTransaction) {
        var attempt = 1
        while true {
            do {
                let answer = try read(work, on: try link.connection())
                return answer()
            } catch let error as ServerError where attempt < Self.attemptsMax && (error.isLoss || error.isTransient) {
                attempt += 1
            } catch {
                return work.fail((error as? ServerError)?.failure ?? error)
            }
        }
    }

    private func read(_ work: PendingTransaction, on connection: Connection) throws -> PendingTransaction.Answer {
        connection.scope = nil
        do {
            try connection.begin(["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"])
            let answer = try work.run(connection)
            try connection.requireTransaction()
            connection.leave()
            return answer
        } catch {
            let cause = connection.breakage
            connection.rollBack()
            throw cause.flatMap { $0.isLoss || $0.isTransient ? $0 : nil } ?? error
        }
    }
}
