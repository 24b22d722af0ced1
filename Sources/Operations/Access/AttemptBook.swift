import Loyalty
import Storage

/// Counts attempts at what may be guessed in the database, so that they are limited over all servers together, and a
/// restart forgets none.
struct AttemptBook: Sendable {
    /// Decides whether there may be an attempt, by what is counted under each of its subjects.
    typealias Decision = @Sendable (_ windows: [AttemptWindow?]) throws -> Void

    private let surroundings: Surroundings
    private let kind: String
    private let windowSeconds: Int64

    /// - Parameter kind: What is guessed at; attempts of another kind are counted apart.
    init(in surroundings: Surroundings, of kind: String, windowSeconds: Int64) {
        self.surroundings = surroundings
        self.kind = kind
        self.windowSeconds = windowSeconds
    }

    /// Decides whether there may be an attempt, and counts nothing.
    /// - Throws: What the decision throws.
    func check(_ subjects: [String], _ decide: @escaping Decision) async throws {
        let slots = slots(of: subjects)
        try await surroundings.database.read { connection in try decide(AttemptStore(connection).windows(of: slots)) }
    }

    /// Decides whether there may be an attempt, and counts it under each of its subjects. Nobody else counts meanwhile,
    /// on any server, so that of many at once no more come through than may.
    /// - Throws: What the decision throws; then nothing is counted.
    func count(
        _ subjects: [String], at now: Instant, _ decide: @escaping Decision
    ) async throws -> CountedAttempt {
        let (slots, end) = (slots(of: subjects), now.adding(seconds: windowSeconds))
        return try await write { store in
            try decide(store.windows(of: slots))
            try store.deleteSome(endedBy: now)
            return CountedAttempt(
                places: try slots.map { slot in (slot, try store.count(in: slot, at: now, until: end).endsAt) })
        }
    }

    /// Takes an attempt back, unless it is forgotten already.
    func takeBack(_ attempt: CountedAttempt) async throws {
        try await write { store in
            for (slot, end) in attempt.places { try store.takeBack(from: slot, endingAt: end) }
        }
    }

    /// It is no effect of the request: one that is sent again is done again, and counts again.
    private func write<Value: Sendable>(
        _ body: @escaping @Sendable (AttemptStore) throws -> Value
    ) async throws -> Value {
        try await ClaimedWrites.$claim.withValue(nil) {
            try await surroundings.database.write(in: .people) { connection in try body(AttemptStore(connection)) }
        }
    }

    private func slots(of subjects: [String]) -> [AttemptSlot] {
        subjects.map { AttemptSlot(hash: surroundings.codeVault.hash(ofAttemptsAt: kind, by: $0)) }
    }
}

/// An attempt that was counted.
struct CountedAttempt: Sendable {
    /// Where, and when the windows end that it was counted in.
    let places: [(slot: AttemptSlot, windowEndsAt: Instant)]
}
