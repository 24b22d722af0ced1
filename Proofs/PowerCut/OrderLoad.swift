import Synchronization

/// People who order without a pause, and write down what they were promised.
final class OrderLoad: Sendable {
    let acknowledged = Acknowledged()
    private let next = Mutex(0)
    private let isOver = Mutex(false)
    private let refusals = Mutex<[String: Int]>([:])

    /// How often each failure was told to somebody.
    var refused: [String: Int] { refusals.withLock { $0 } }

    /// Orders from so many people at once until ``stop()``.
    func run(_ peopleCount: Int, at bakery: Bakery) async {
        await withTaskGroup { group in
            for _ in 0..<peopleCount { group.addTask { await self.order(at: bakery) } }
        }
    }

    func stop() { isOver.withLock { $0 = true } }

    private func order(at bakery: Bakery) async {
        while !isOver.withLock({ $0 }) {
            let number = next.withLock { next in
                next += 1
                return next
            }
            do {
                let (id, points) = try await bakery.order(number)
                acknowledged.add(id, points)
            } catch {
                refusals.withLock { $0["\(error)", default: 0] += 1 }
                await Task.yield()
            }
        }
    }
}
