import Storage
import Synchronization

/// What a closure that runs already is to do next.
final class Handed: Sendable {
    private let work = Mutex<@Sendable (any SQLConnection) throws -> Void>({ _ in })

    func hand(_ body: @escaping @Sendable (any SQLConnection) throws -> Void) { work.withLock { $0 = body } }

    func body(_ connection: any SQLConnection) throws { try work.withLock { $0 }(connection) }
}
