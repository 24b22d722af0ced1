import Logging
import Loyalty
import Storage

/// Brings the members up to date whose day has come.
struct BringDueMembers: UpkeepStep {
    let name = "due members"
    private let surroundings: Surroundings
    private let work: MemberPageWork

    init(_ surroundings: Surroundings, _ logger: Logger) {
        self.surroundings = surroundings
        work = MemberPageWork(surroundings, logger)
    }

    func run(in shop: Shop, counting tally: inout UpkeepTally) async throws {
        // Who stays due, because points wait for a hold to end, is met once in a run.
        var last: DueMemberStore.DueMember?
        repeat {
            let page = try await page(after: last, in: shop)
            if !page.isEmpty { try await work.run(page.map(\.customerID), in: shop, counting: &tally) }
            last = page.last
        } while last != nil && !Task.isCancelled
    }

    private func page(
        after last: DueMemberStore.DueMember?, in shop: Shop
    ) async throws -> [DueMemberStore.DueMember] {
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: surroundings.now())
        return try await surroundings.database.read { connection in
            try DueMemberStore(connection).due(in: shop.id, by: today, after: last, limit: membersPerTransaction)
        }
    }
}

/// So few that orders hardly wait for them, and so many that a commit is worth it.
let membersPerTransaction = 100
