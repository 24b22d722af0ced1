public import Loyalty
import Storage

/// Finds shops by their ids, which nearly every call does; those in use are remembered for a moment.
public final class ShopDirectory: Sendable {
    private let database: any SQLDatabase
    private let memory: ShortMemory<Shop.ID, Shop>

    init(_ database: any SQLDatabase, now: @escaping @Sendable () -> Instant) {
        self.database = database
        memory = ShortMemory(now: now)
    }

    /// - Returns: `nil` where there is no such shop.
    public func shop(_ id: Shop.ID) async throws -> Shop? {
        try await memory.value(for: id) {
            try await database.read { connection in try ShopStore(connection).shop(id) }
        }
    }

    /// Has a shop looked up anew, because it was changed.
    func forget(_ id: Shop.ID) { memory.forget(id) }
}
