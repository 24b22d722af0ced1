import Loyalty
import Operations
import Storage
import Testing

struct SaveProgramTests {
    @Test func `every save is a version, and one that changes nothing is none`() async throws {
        let town = try await Town.open()
        let save = SaveProgram(in: town.surroundings)
        let second = try await save(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.name = "Crumbs"
            return program
        }
        #expect(second.version.number == 2)
        #expect(!second.isFirst)
        let same = try await save(in: Town.bakery, actor: "amina") { $0 }
        #expect(same.version == second.version)
        let versions = try await ViewProgram(in: town.surroundings).versions(in: Town.bakery, below: nil, limit: 10)
        #expect(versions.map(\.version.number) == [2, 1])
        #expect(versions.map(\.version.program.name) == ["Crumbs", "Loyalty Rewards"])
    }

    @Test func `every setting survives being stored`() async throws {
        let town = try await Town.open()
        let kes = Town.bakery.currency
        let saved = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.description = "Bread & \"buns\" 🥐"
            program.isActive = false
            program.pointsPerUnit = Rate(tenThousandths: 11_000)
            program.minimumSpend = Money(minorUnits: 25_001, kes)
            program.earningBasis = .goodsOnly
            program.earnsOn = .payment
            program.rounding = .halfUp
            program.pendingDays = 14
            program.expiry = .endOfCalendarYear
            program.debtPolicy = .withinBalance
            program.tiers = TierPolicy(
                ladder: TierLadder([
                    Tier(name: "Crumb", threshold: Money(minorUnits: 0, kes), multiplier: .one),
                    Tier(
                        name: "Loaf", threshold: Money(minorUnits: 99, kes),
                        multiplier: Rate(tenThousandths: 10_001), benefits: ["Warm bread"]),
                ]), period: .membershipYear, fall: .oneStep, graceDays: 30)
            program.referral.refereePoints = Points(7)
            program.bonuses.signup = Points(8)
            program.bonuses.birthday = Points(9)
            program.bonuses.review = BonusRule(points: Points(10), limit: 2, period: .month)
            program.bonuses.events = [
                BonusEvent(
                    key: "newsletter", name: "News", rule: BonusRule(points: Points(11), limit: 3, period: .week))
            ]
            return program
        }
        #expect(try await ViewProgram(in: town.surroundings).newest(in: Town.bakery) == saved.version)
    }

    @Test func `an impossible program is refused by name and changes nothing`() async throws {
        let town = try await Town.open()
        await #expect(throws: ProgramRejection(.rateMustNotBeNegative, field: "points_per_unit")) {
            try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
                var program = program
                program.pointsPerUnit = Rate(tenThousandths: -1)
                return program
            }
        }
        #expect(try await ViewProgram(in: town.surroundings).newest(in: Town.bakery)?.number == 1)
    }
}
