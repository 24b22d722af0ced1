import Loyalty
import Storage
import Testing

@testable import Operations

struct PreviewProgramTests {
    /// Members of all kinds, a program that was edited, and an upkeep that has not run for months.
    @Test(arguments: TierPeriod.allCases)
    func `a preview counts exactly what the upkeep after publishing finds`(period: TierPeriod) async throws {
        for (number, fall) in FallPolicy.allCases.enumerated() {
            var dice = Dice(seed: UInt64(number + 1) &* 7_919 &+ UInt64(period.rawValue.count))
            let town = try await Town.empty(at: "2026-01-10T09:00:00Z")
            _ = try await SaveShop(in: town.surroundings)(Town.bakery, actor: "test")
            try await save(PolicyEdit(rolling: &dice), in: town)
            try await town.settle(300, with: &dice)
            town.clock.advance(days: 150)
            try await save(PolicyEdit(rolling: &dice), in: town)
            town.clock.advance(days: Int(dice.roll(0...300)))

            var edit = PolicyEdit(rolling: &dice)
            (edit.period, edit.fall) = (period, fall)
            let shown = try await town.tiersShown()
            let preview = try await PreviewProgram(in: town.surroundings)(
                in: Town.bakery, actor: "amina", edit: edit.callAsFunction)
            #expect(preview.before == shown, "\(fall)")
            #expect(try await town.tiersShown() == shown, "a preview changes nothing")

            try await save(edit, in: town)
            #expect(try await town.tiersShown() == preview.after, "\(fall)")
            let tally = try await RunUpkeep(in: town.surroundings)()
            #expect(tally.failures == 0)
            #expect(try await town.tiersCounted() == preview.after, "\(fall)")
            let balances = preview.moves.values.map(\.points).total
            #expect(preview.pointsMoved == balances)
            #expect(preview.pointsOutstanding == Points(300 * 7))
        }
    }

    @Test func `members of a shop without a program come from no tier`() async throws {
        let town = try await Town.empty()
        _ = try await SaveShop(in: town.surroundings)(Town.bakery, actor: "test")
        try await town.order("A-1", 60_000)
        try await town.order("A-2", of: Town.juma, 1_000)
        let preview = try await PreviewProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { $0 }
        #expect(preview.next.number == 1)
        #expect(preview.before == ["": 2])
        #expect(preview.after == ["bronze": 1, "silver": 1])
        #expect(preview.moves.count == 2)
        #expect(preview.recentOrderCount == 2)
        #expect(preview.recentPoints == (Points(0), Points(610)))
        #expect(preview.sampleOrders.map(\.before) == [nil, nil, nil])
        #expect(try await ViewProgram(in: town.surroundings).newest(in: Town.bakery) == nil)
    }

    @Test func `recent orders tell what they would have earned, each on the tier of its day`() async throws {
        let town = try await Town.open()
        try await town.order("A-0", 60_000)
        town.clock.advance(days: 31)
        try await town.order("A-1", 10_000)
        try await town.order("A-2", 10_000, status: .returned)
        let preview = try await PreviewProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.pointsPerUnit = Rate(tenThousandths: 20_000)
            return program
        }
        #expect(preview.recentOrderCount == 2)
        #expect(preview.recentPoints == (Points(125), Points(250)))
        #expect(preview.moves.isEmpty)
        let sample = try #require(preview.sampleOrders.first)
        #expect(sample.before == Points(19))
        #expect(sample.after == Points(39))
        #expect(sample.arithmetic == "19.99 × 2 × 1 = 39.98, rounded down: 39")
    }

    @Test func `a preview is refused as a save is`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 60_000)
        let preview = PreviewProgram(in: town.surroundings)
        await #expect(throws: ProgramRejection(.nameMustNotBeEmpty, field: "name")) {
            _ = try await preview(in: Town.bakery, actor: "amina") { program in
                var program = program
                program.name = " "
                return program
            }
        }
        await #expect(throws: ProgramRejection(.tierMustNotBeHeld, field: "tiers.silver")) {
            _ = try await preview(in: Town.bakery, actor: "amina", edit: withoutTier("silver"))
        }
    }

    private func save(_ edit: PolicyEdit, in town: Town) async throws {
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina", edit: edit.callAsFunction)
    }
}

/// Takes a tier out of the ladder.
func withoutTier(_ key: String) -> @Sendable (Program) -> Program {
    { program in
        var program = program
        program.tiers.ladder = TierLadder(program.tiers.ladder.tiers.filter { $0.key != key })
        return program
    }
}

/// Random tiers for the standard program.
struct PolicyEdit: Sendable {
    var period: TierPeriod
    var fall: FallPolicy
    let graceDays: Int
    let thresholds: [Int64]

    init(rolling dice: inout Dice) {
        period = dice.pick(TierPeriod.allCases)
        fall = dice.pick(FallPolicy.allCases)
        graceDays = dice.pick([0, 0, 10, 40])
        var threshold: Int64 = 0
        var thresholds: [Int64] = []
        for _ in 1...4 {
            thresholds.append(threshold)
            threshold += dice.roll(1_000...200_000)
        }
        self.thresholds = thresholds
    }

    @Sendable func callAsFunction(_ program: Program) -> Program {
        var program = program
        let tiers = zip(program.tiers.ladder.tiers, thresholds).map { tier, threshold in
            Tier(
                key: tier.key, name: tier.name, threshold: Money(minorUnits: threshold, Town.bakery.currency),
                multiplier: tier.multiplier, benefits: [])
        }
        program.tiers = TierPolicy(ladder: TierLadder(tiers), period: period, fall: fall, graceDays: graceDays)
        return program
    }
}

extension Town {
    /// Puts members with random spending into the bakery, some with a tier given by hand, each with seven points.
    fileprivate func settle(_ count: Int, with dice: inout Dice) async throws {
        let today = clock.now.utcDay
        var settlers: [(Member, [(Day, Int64)])] = []
        for number in 1...count {
            let joinedOn = today - Int(dice.roll(0...700))
            var member = Member(
                shopID: Town.bakery.id, customerID: Identifier(trusted: "c-\(number)"), joinedAt: clock.now,
                joinedOn: joinedOn, referralCode: "CODE\(number)", tierKey: "bronze")
            member.balance = Points(7)
            member.dueOn = today
            if dice.roll(0...4) == 0 {
                member.grant = TierGrant(
                    tierKey: dice.pick(["silver", "gold", "platinum"]), grantedOn: today,
                    lastDay: today + Int(dice.roll(0...500)))
            }
            let spending: [(Day, Int64)] = (0..<dice.roll(0...5)).map { _ in
                (today - dice.roll(0...600), dice.roll(1...90_000))
            }
            settlers.append((member, spending))
        }
        try await surroundings.database.write { [settlers] connection in
            for (member, spending) in settlers {
                try MemberStore(connection).insert(member)
                try TierStore(connection).recount(from: nil, to: member.tierKey, in: member.shopID)
                for (day, amount) in spending {
                    try SpendingStore(connection).add(amount, on: day, of: member.customerID, in: member.shopID)
                }
            }
        }
    }

    fileprivate func tiersShown() async throws -> [String: Int64] {
        let views = try await ViewMembers(in: surroundings).list(
            in: Town.bakery, search: nil, after: nil, limit: 1_000)
        return Dictionary(views.map { ($0.tierKey, 1) }, uniquingKeysWith: +)
    }

    fileprivate func tiersCounted() async throws -> [String: Int64] {
        let counts = try await surroundings.database.read { try TierStore($0).counts(in: Town.bakery.id) }
        return Dictionary(uniqueKeysWithValues: counts.map { ($0.tierKey, $0.count) })
    }
}

extension SpendingStore {
    fileprivate func add(_ amount: Int64, on day: Day, of customer: Customer.ID, in shop: Shop.ID) throws {
        try apply([SpendingChange(day: day, minorUnits: amount)], to: customer, in: shop)
    }
}
