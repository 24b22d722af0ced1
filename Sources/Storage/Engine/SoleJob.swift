/// Work that only one server of a database is at.
public enum SoleJob: String, Sendable, CaseIterable {
    /// The scheduled work of all shops.
    case upkeep
}

/// That one server is at a job, and no other; until it is given back, or lost with the connection that it hangs on.
public protocol JobHold: Sendable {
    /// Whether nothing is known here of its being lost. It is quick, and asks nobody.
    var isGood: Bool { get }

    /// Lets others have the job; a second time does nothing.
    func giveBack() async
}

extension SQLDatabase {
    /// Does a job unless somebody is at it: another server, another command, or another task of this process.
    ///
    /// It ends with the process, however that ends: nothing has to be cleaned up before another server can have it.
    /// - Parameter work: Is given what tells it whether to go on: where the hold was lost, another server may have it.
    /// - Returns: `nil` where somebody is at it.
    /// - Throws: What the work throws, or ``StorageFailure``.
    public func alone<Value>(
        at job: SoleJob, _ work: (_ hold: any JobHold) async throws -> Value
    ) async throws -> Value? {
        guard let hold = try await hold(job) else { return nil }
        do {
            let value = try await work(hold)
            await hold.giveBack()
            return value
        } catch {
            await hold.giveBack()
            throw error
        }
    }
}
