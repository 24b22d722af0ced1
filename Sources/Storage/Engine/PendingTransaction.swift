/// A transaction that waits for a connection of an engine, and whoever waits for its outcome.
public struct PendingTransaction: Sendable {
    public typealias Answer = @Sendable () -> Void

    /// Runs the transaction's closure.
    /// - Returns: What hands its value over, to be called once that is durable.
    public let run: @Sendable (any SQLConnection) throws -> Answer
    /// Hands an error over.
    public let fail: @Sendable (any Error) -> Void

    public init<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value,
        _ continuation: CheckedContinuation<Value, any Error>
    ) {
        run = { connection in
            let value = try body(connection)
            return { continuation.resume(returning: value) }
        }
        fail = { error in continuation.resume(throwing: error) }
    }
}
