import Loyalty
import Synchronization

/// What was promised to whoever sent orders: these points for this order, for good.
final class Acknowledged: Sendable {
    private let orders = Mutex<[Order.ID: Points]>([:])

    /// Everything promised so far.
    var snapshot: [Order.ID: Points] { orders.withLock { $0 } }

    func add(_ id: Order.ID, _ points: Points) { orders.withLock { $0[id] = points } }
}
