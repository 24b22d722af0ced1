import Logging
import Loyalty
import Storage

/// One kind of scheduled work. It is done for one shop after another, in small transactions, so that orders are not
/// kept waiting; and it may be done at any time, by several servers at once, because it only does what is due.
protocol UpkeepStep: Sendable {
    /// What the log calls it.
    var name: String { get }

    /// Does what is due in a shop, and stops early where the task is cancelled.
    /// - Parameter tally: Gets what was done, also where the work fails then.
    func run(in shop: Shop, counting tally: inout UpkeepTally) async throws
}

/// What is done, in this order.
enum UpkeepSteps {
    static func all(_ surroundings: Surroundings, _ logger: Logger) -> [any UpkeepStep] {
        [
            BringDueMembers(surroundings, logger),
            ReviewMembers(surroundings, logger),
            GiveBirthdayBonuses(in: surroundings),
            SealBooks(surroundings),
        ]
    }
}
