public import Loyalty
public import Storage

/// A database that notes, in the transaction of an effect, which request with an `Idempotency-Key` had it.
///
/// A request that is sent again after a crash must not be done again. Its answer is kept only after its effect was
/// committed, and between the two the server may die. So the effect itself leaves a mark under the request's claim:
/// where there is a mark and no answer, the request was done, and is refused; where there is no mark, nothing was done,
/// and it may be done anew. A request that ran for so long that its claim was taken over finds that out here, and its
/// transaction is undone.
public struct ClaimedWrites: SQLDatabase {
    /// The claim of the request that the current task serves.
    @TaskLocal static var claim: AnswerClaim?

    private let base: any SQLDatabase
    private let now: @Sendable () -> Instant

    public init(_ base: any SQLDatabase, now: @escaping @Sendable () -> Instant = Surroundings.systemClock) {
        self.base = base
        self.now = now
    }

    public var dialect: SQLDialect { base.dialect }

    public func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    public func write<Value: Sendable>(
        in scope: WriteScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        guard let claim = ClaimedWrites.claim else { return try await base.write(in: scope, body) }
        let now = now()
        return try await base.write(in: scope) { connection in
            let value = try body(connection)
            guard try KeptAnswerStore(connection).noteEffect(of: claim, at: now) else {
                throw IdempotencyRejection.idempotencyKeyMustNotBeInUse
            }
            return value
        }
    }

    public func hold(_ job: SoleJob) async throws -> (any JobHold)? { try await base.hold(job) }

    public func close() async { await base.close() }
}
