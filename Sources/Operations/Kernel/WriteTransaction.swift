public import Loyalty
public import Storage

/// The write transaction of an operation: its connection, and what the watchers of shops are told once it is committed.
///
/// A member's file opens in one of these only, and what was due for the member is told through it. So an operation
/// cannot leave that untold, whatever it is about itself.
public final class WriteTransaction {
    public let connection: any SQLConnection
    fileprivate private(set) var events: [ActivityEvent] = []

    fileprivate init(_ connection: any SQLConnection) { self.connection = connection }

    /// Tells what happened, in the order it happened in; it waits for the commit.
    func tell(_ events: [ActivityEvent]) { self.events += events }

    func tell(_ event: ActivityEvent) { events.append(event) }
}

extension Surroundings {
    /// Runs a write transaction, and tells the watchers what happened in it once it is durable. One that throws tells
    /// nothing.
    public func write<Value: Sendable>(
        in shop: Shop.ID, _ body: @escaping @Sendable (WriteTransaction) throws -> Value
    ) async throws -> Value {
        let (value, events) = try await database.write(in: shop) { connection in
            // A transaction may run more than once; only what its last run did has happened.
            let transaction = WriteTransaction(connection)
            return (try body(transaction), transaction.events)
        }
        if !events.isEmpty { activity.publish(events) }
        return value
    }
}
