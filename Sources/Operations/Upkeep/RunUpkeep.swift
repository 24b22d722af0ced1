public import Logging
public import Loyalty
import Storage

/// Does the scheduled work of all shops: warns of points that will lapse, lets them lapse, reviews tiers, and whatever
/// else falls due with time.
///
/// It can be run at any time and any number of times: nothing is done twice, and nothing comes out otherwise because it
/// was not run for a while. A shop or a piece of work that fails is logged, and stops no other.
public struct RunUpkeep: Sendable {
    private let surroundings: Surroundings
    private let steps: [any UpkeepStep]
    private let logger: Logger

    public init(in surroundings: Surroundings, logger: Logger = Logger(label: "tuzo.upkeep")) {
        self.init(in: surroundings, steps: UpkeepSteps.all(surroundings, logger), logger: logger)
    }

    init(
        in surroundings: Surroundings, steps: [any UpkeepStep], logger: Logger = Logger(label: "tuzo.upkeep")
    ) {
        self.surroundings = surroundings
        self.steps = steps
        self.logger = logger
    }

    /// Goes through all shops once, or until the task is cancelled; then what has begun is still finished.
    /// - Parameter report: Told after every shop what was done so far.
    /// - Throws: ``StorageFailure`` where not even the shops can be listed.
    public func callAsFunction(report: (UpkeepTally) -> Void = { _ in }) async throws -> UpkeepTally {
        try await run(report) { true }
    }

    /// Does the same unless somebody is at it: another server, or a command. So several servers do not go through the
    /// same members at the same time, and wait for one another for nothing.
    ///
    /// Should the connection be lost that the others are kept out by, it ends with the shop that it is at, and whoever
    /// comes next does the rest.
    /// - Returns: `nil` where somebody is at it.
    public func alone(report: (UpkeepTally) -> Void = { _ in }) async throws -> UpkeepTally? {
        try await surroundings.database.alone(at: .upkeep) { hold in
            var tally = try await run(report) { hold.isGood }
            if !hold.isGood {
                tally.failures += 1
                logger.error("upkeep ended early: the connection that kept others out is lost")
            }
            return tally
        }
    }

    private func run(
        _ report: (UpkeepTally) -> Void, while mayGoOn: () -> Bool
    ) async throws -> UpkeepTally {
        var tally = UpkeepTally()
        var last: Shop.ID?
        repeat {
            let page = try await shops(after: last)
            for shop in page where !Task.isCancelled && mayGoOn() {
                await run(in: shop, &tally)
                report(tally)
            }
            last = page.last?.id
        } while last != nil && !Task.isCancelled && mayGoOn()
        return tally
    }

    /// Does the work of one shop alone.
    public func callAsFunction(only shop: Shop) async -> UpkeepTally {
        var tally = UpkeepTally()
        await run(in: shop, &tally)
        return tally
    }

    private func run(in shop: Shop, _ tally: inout UpkeepTally) async {
        for step in steps where !Task.isCancelled {
            do {
                try await step.run(in: shop, counting: &tally)
            } catch is CancellationError {
                return
            } catch {
                tally.failures += 1
                logger.error(
                    "upkeep failed",
                    metadata: [
                        "step": "\(step.name)", "shop": "\(shop.id)", "error": "\(error)",
                    ])
            }
        }
    }

    private func shops(after last: Shop.ID?) async throws -> [Shop] {
        try await surroundings.database.read { connection in
            try ShopStore(connection).shops(after: last, limit: shopsPerPage)
        }
    }
}

private let shopsPerPage = 500
