import Logging
import Loyalty
import Storage

/// Looks at every member of a shop after a version of its program that decides tiers otherwise, page by page.
struct ReviewMembers: UpkeepStep {
    let name = "review of members"
    private let surroundings: Surroundings
    private let work: MemberPageWork

    init(_ surroundings: Surroundings, _ logger: Logger) {
        self.surroundings = surroundings
        work = MemberPageWork(surroundings, logger)
    }

    func run(in shop: Shop, counting tally: inout UpkeepTally) async throws {
        while !Task.isCancelled, let page = try await nextPage(in: shop) {
            try await work.run(page.members, in: shop, thoroughly: true, counting: &tally) { connection in
                let store = ShopUpkeepStore(connection)
                // A version that was saved meanwhile has the review begin anew.
                guard try store.reviewFrom(in: shop.id) == page.from else { return }
                try store.setReview(from: page.members.last?.text, in: shop.id)
            }
        }
    }

    private func nextPage(in shop: Shop) async throws -> (from: String, members: [Customer.ID])? {
        try await surroundings.database.read { connection in
            guard let from = try ShopUpkeepStore(connection).reviewFrom(in: shop.id) else { return nil }
            let members = try DueMemberStore(connection).members(
                in: shop.id, after: from, limit: membersPerTransaction)
            return (from, members)
        }
    }
}
