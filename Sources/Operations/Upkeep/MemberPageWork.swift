import Logging
import Loyalty
import Storage

/// Brings some members of a shop up to date, in one transaction; and where that fails, one by one, so that a single
/// damaged member keeps nobody else from it.
struct MemberPageWork: Sendable {
    private let surroundings: Surroundings
    private let logger: Logger

    init(_ surroundings: Surroundings, _ logger: Logger) {
        self.surroundings = surroundings
        self.logger = logger
    }

    /// - Parameters:
    ///   - thoroughly: Looks for what is due also where nothing is expected to be.
    ///   - finish: Runs in the last transaction.
    func run(
        _ members: [Customer.ID], in shop: Shop, thoroughly: Bool = false, counting tally: inout UpkeepTally,
        finish: @escaping @Sendable (any SQLConnection) throws -> Void = { _ in }
    ) async throws {
        do {
            return try await write(members, in: shop, thoroughly, &tally, finish)
        } catch StorageFailure.corrupt(let reason) {
            logger.warning("a page of members failed", metadata: ["shop": "\(shop.id)", "reason": "\(reason)"])
        }
        for member in members where !Task.isCancelled {
            do {
                try await write([member], in: shop, thoroughly, &tally) { _ in }
            } catch StorageFailure.corrupt(let reason) {
                tally.failures += 1
                logger.error(
                    "upkeep of a member failed",
                    metadata: [
                        "shop": "\(shop.id)", "member": "\(member)", "reason": "\(reason)",
                    ])
            }
        }
        try await surroundings.database.write(in: shop.id) { connection in try finish(connection) }
    }

    private func write(
        _ members: [Customer.ID], in shop: Shop, _ thoroughly: Bool, _ tally: inout UpkeepTally,
        _ finish: @escaping @Sendable (any SQLConnection) throws -> Void
    ) async throws {
        let now = surroundings.now()
        let done = try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            let done = try MemberUpkeep(in: shop, program, at: now, connection)
                .bringUpToDate(members, thoroughly: thoroughly, in: transaction)
            try finish(connection)
            return done
        }
        for upkeep in done { tally.add(upkeep) }
    }
}
