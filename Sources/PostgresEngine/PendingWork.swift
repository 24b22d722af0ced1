/// A transaction that waits for a connection, and whoever waits for its outcome.
struct PendingWork: Sendable {
    typealias Answer = @Sendable () -> Void

    /// Runs the transaction's closure.
    /// - Returns: What hands its value over, to be called once that is durable.
    let run: @Sendable (Connection) throws -> Answer
    /// Hands an error over.
    let fail: @Sendable (any Error) -> Void

    init<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value,
        _ continuation: CheckedContinuation<Value, any Error>
    ) {
        run = { connection in
            let value = try body(connection)
            return { continuation.resume(returning: value) }
        }
        fail = { error in continuation.resume(throwing: error) }
    }
}
