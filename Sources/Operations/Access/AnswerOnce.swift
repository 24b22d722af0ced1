import Loyalty
public import Storage

/// How long an answer is kept.
private let keptSeconds: Int64 = 86_400
/// How long a request can run at most; one that is older and has no answer was cut off.
private let runSecondsMax: Int64 = 60
private let tokenByteCount = 16

/// Answers a request that carries an `Idempotency-Key` once, and gives the same answer to every repetition of it.
///
/// A request first claims its place, then runs, then keeps its answer; three transactions, and a crash may come between
/// any two. Before the effect: the claim grows old, and a repetition takes it over and does what was never done. After
/// the effect and before the answer is kept: the effect has left a mark (see ``ClaimedWrites``), so a repetition is
/// refused, because the answer is lost and doing it again would double it. After that: the answer is there. A disk that
/// fails between two of them leaves the same behind as a crash.
public struct AnswerOnce: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameters:
    ///   - requestHash: What the request is; a repetition has the same.
    ///   - make: Does what is asked for. It returns `nil` beside an answer that must not be kept.
    /// - Returns: The answer, made now or kept from before.
    /// - Throws: ``IdempotencyRejection``, or what `make` throws; then nothing is kept.
    public func callAsFunction<Answer: Sendable>(
        at place: AnswerPlace, requestHash: [UInt8],
        make: @Sendable () async throws -> (answer: Answer, kept: [UInt8]?)
    ) async throws -> OnceAnswer<Answer> {
        let claim = AnswerClaim(place: place, token: surroundings.random(tokenByteCount))
        if let kept = try await answerKept(for: claim, requestHash) { return .kept(kept) }
        do {
            let made = try await ClaimedWrites.$claim.withValue(claim, operation: make)
            await end(claim, keeping: made.kept)
            return .made(made.answer)
        } catch {
            await end(claim, keeping: nil)
            throw error
        }
    }

    /// Keeps the answer, or gives the place up.
    ///
    /// What was done is done, also where this fails, as on a disk that is full by now: the caller must hear of it, and
    /// a repetition meets what a crash at this moment would have left.
    private func end(_ claim: AnswerClaim, keeping answer: [UInt8]?) async {
        do {
            try await surroundings.database.write(in: claim.place.scope) { connection in
                let store = KeptAnswerStore(connection)
                if let answer { try store.keep(answer, for: claim) } else { try store.release(claim) }
            }
        } catch {}
    }

    /// Claims the place, unless an answer is there.
    private func answerKept(for claim: AnswerClaim, _ requestHash: [UInt8]) async throws -> [UInt8]? {
        let now = surroundings.now()
        return try await surroundings.database.write(in: claim.place.scope) { connection in
            let store = KeptAnswerStore(connection)
            try store.deleteSome(before: now.adding(seconds: -keptSeconds))
            if let held = try store.find(claim.place) {
                guard held.requestHash == requestHash else { throw IdempotencyRejection.idempotencyKeyMustMatchItsBody }
                if let answer = held.answer { return answer }
                guard held.claimedAt.adding(seconds: runSecondsMax) <= now else {
                    throw IdempotencyRejection.idempotencyKeyMustNotBeInUse
                }
                guard held.effectAt == nil else { throw IdempotencyRejection.idempotencyKeyMustHaveItsAnswer }
            }
            // Between the two, the request that had the place may have come to its end, on another server.
            guard try store.claim(claim.place, for: claim, requestHash: requestHash, at: now) else {
                throw IdempotencyRejection.idempotencyKeyMustHaveItsAnswer
            }
            return nil
        }
    }
}

/// An answer to a request that may have been sent before.
public enum OnceAnswer<Answer: Sendable>: Sendable {
    case made(Answer)
    case kept([UInt8])
}
