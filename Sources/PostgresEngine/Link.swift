import Foundation
import Storage

/// A thread's way to the database: its connection, and another one where that is lost.
///
/// It belongs to one thread.
final class Link {
    /// For how long somebody may wait for a connection before being told that there is none.
    private static let patience = Duration.seconds(1)
    private static let pauseMin = Duration.milliseconds(20)
    private static let pauseMax = Duration.milliseconds(500)

    private let opening: SessionOpening
    private let statistics: WriteCounter
    private var held: Connection?
    /// Before this there is no use in trying.
    private var retryAt = ContinuousClock.now

    init(_ opening: SessionOpening, _ statistics: WriteCounter, holding session: Session? = nil) {
        self.opening = opening
        self.statistics = statistics
        held = session.map(Connection.init)
    }

    /// The connection, or a new one in place of one that was lost.
    /// - Throws: ``StorageFailure`` where none can be had.
    func connection() throws -> Connection {
        if let held, !held.isLost { return held }
        if held != nil { statistics.addLoss() }
        held = nil
        guard ContinuousClock.now >= retryAt else { throw StorageFailure.unavailable("the database cannot be reached") }
        let connection = Connection(try session())
        held = connection
        return connection
    }

    /// Closes the connection.
    func close() { held = nil }

    private func session() throws -> Session {
        let deadline = ContinuousClock.now + Self.patience
        var pause = Self.pauseMin
        while true {
            do {
                return try opening.session()
            } catch {
                guard ContinuousClock.now + pause < deadline else {
                    retryAt = ContinuousClock.now + Self.pauseMax
                    throw (error as? ServerError)?.failure ?? error
                }
                Self.sleep(pause)
                pause = min(pause * 2, Self.pauseMax)
            }
        }
    }

    static func sleep(_ pause: Duration) {
        usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
    }
}
