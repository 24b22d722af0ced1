import Dispatch
import Foundation
import GRDB
import Storage
import Synchronization

/// A thread that keeps one connection to itself for as long as its loop runs.
final class ConnectionThread: Sendable {
    /// Such as GRDB's `writeWithoutTransaction`: lends a connection to a closure.
    typealias Lender = @Sendable ((Database) throws -> Void) throws -> Void

    private let ready = DispatchSemaphore(value: 0)
    private let failure = Mutex<(any Error)?>(nil)

    private init() {}

    /// Returns once the loop has its connection; `group` is left when the loop has ended.
    static func start(
        _ name: String, _ group: DispatchGroup, _ lender: @escaping Lender,
        loop: @escaping @Sendable (Connection) -> Void
    ) throws {
        let thread = ConnectionThread()
        group.enter()
        Thread.detachNewThread {
            Thread.current.name = name
            thread.run(lender, loop)
            group.leave()
        }
        thread.ready.wait()
        if let failure = thread.failure.withLock({ $0 }) { throw failure }
    }

    private func run(_ lender: Lender, _ loop: @escaping (Connection) -> Void) {
        do {
            try lender { database in
                let connection = try Connection(database)
                defer { connection.finish() }
                ready.signal()
                loop(connection)
            }
        } catch {
            failure.withLock { $0 = error }
            ready.signal()
        }
    }
}
