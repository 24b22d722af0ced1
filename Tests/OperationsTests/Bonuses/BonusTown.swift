import Loyalty
import Operations
import Storage

/// What tests of bonuses do in the town.
extension Town {
    /// A town whose bakery gives for reviews, two a week, and once for its newsletter; Mia and Juma are members.
    static func generous() async throws -> Town {
        let town = try await open()
        try await town.give { bonuses in
            bonuses.review = BonusRule(points: Points(10), limit: 2, period: .week)
            bonuses.events = [
                BonusEvent(key: "newsletter", name: "News", rule: BonusRule(points: Points(20), period: .ever)),
                BonusEvent(key: "survey", name: "Survey", rule: BonusRule()),
            ]
        }
        for customer in [mia, juma] { try await town.enrol(customer) }
        return town
    }

    /// Saves a version of the shop's program with other bonuses.
    func give(in shop: Shop = bakery, _ edit: @escaping @Sendable (inout BonusTerms) -> Void) async throws {
        try await self.edit(in: shop) { edit(&$0.bonuses) }
    }

    /// Saves another version of the shop's program.
    func edit(in shop: Shop = bakery, _ edit: @escaping @Sendable (inout Program) -> Void) async throws {
        _ = try await SaveProgram(in: surroundings)(in: shop, actor: shop.ownerID.text) { program in
            var program = program
            edit(&program)
            return program
        }
    }

    @discardableResult
    func enrol(_ customer: Customer, in shop: Shop = bakery) async throws -> Bool {
        try await EnrolMember(in: surroundings)(customer, from: .platform, in: shop, actor: "platform")
    }

    @discardableResult
    func report(
        _ event: String, _ reference: String, of customer: Customer = mia, at time: String? = nil,
        in shop: Shop = bakery, person: Customer.ID? = nil
    ) async throws -> GiveBonus.Outcome {
        let report = GiveBonus.Report(
            customerID: customer.id, eventKey: event, reference: Identifier(trusted: reference),
            occurredAt: time.flatMap { Instant($0) })
        return try await GiveBonus(in: surroundings)(
            report, in: shop, actor: person?.text ?? "key:platform", person: person)
    }

    /// What becomes of so many calls that are made at once.
    func atOnce<Value: Sendable>(
        _ count: Int, _ call: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Result<Value, any Error>] {
        await withTaskGroup(of: Result<Value, any Error>.self) { group in
            for number in 0..<count {
                group.addTask {
                    do { return .success(try await call(number)) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// A member's entries, oldest first; none for somebody who is no member.
    func entries(of customer: Customer = mia, in shop: Shop = bakery) async throws -> [Entry] {
        try await surroundings.database.read { connection in
            try EntryReport(connection).entries(of: customer.id, in: shop.id, below: nil, limit: 1_000)
        }
        .map(\.entry).reversed()
    }
}
