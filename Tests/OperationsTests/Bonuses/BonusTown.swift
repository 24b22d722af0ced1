import Loyalty
import Operations
import Storage

/// What tests of bonuses do in the town.
extension Town {
    /// Saves a version of the shop's program with other bonuses.
    func give(in shop: Shop = bakery, _ edit: @escaping @Sendable (inout BonusTerms) -> Void) async throws {
        _ = try await SaveProgram(in: surroundings)(in: shop, actor: shop.ownerID.text) { program in
            var program = program
            edit(&program.bonuses)
            return program
        }
    }

    @discardableResult
    func enrol(_ customer: Customer, in shop: Shop = bakery) async throws -> Bool {
        try await EnrolMember(in: surroundings)(customer, in: shop, actor: "platform")
    }

    /// A member's entries, oldest first; none for somebody who is no member.
    func entries(of customer: Customer = mia, in shop: Shop = bakery) async throws -> [Entry] {
        try await surroundings.database.read { connection in
            try EntryReport(connection).entries(of: customer.id, in: shop.id, below: nil, limit: 1_000)
        }.map(\.entry).reversed()
    }
}
