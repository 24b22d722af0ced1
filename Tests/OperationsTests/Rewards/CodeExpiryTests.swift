import Loyalty
import Operations
import Storage
import Testing

struct CodeExpiryTests {
    @Test func `codes that ran out are ended once, with points, stock and allowance back`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1, perCustomer: 1)
        try await town.order("A-1", 10_000)
        let issued = try await town.redeem(coffee)
        let upkeep = RunUpkeep(in: town.surroundings)
        #expect(try await upkeep().codes == 0)
        town.clock.set(issued.redemption.expiresAt)
        #expect(try await town.member().member.balance == Points(100))
        #expect(try await upkeep().codes == 1)
        #expect(try await upkeep().codes == 0)
        #expect(try await town.member().member.balance == Points(100))
        #expect(try await town.redeemedCount(of: coffee) == 0)
        #expect(try await town.surroundings.audit().findings == [])
        _ = try await town.redeem(coffee)
    }

    @Test func `several servers end each code once`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 30_000)
        let coffee = try await town.coffee()
        for _ in 1...5 { _ = try await town.redeem(coffee) }
        town.clock.advance(days: 30)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 1...8 { group.addTask { try await RunUpkeep(in: town.surroundings)().codes } }
            return try await group.reduce(into: 0) { $0 += $1 }
        }
        #expect(counts == 5)
        #expect(try await town.member().member.balance == Points(300))
    }

    @Test func `a code that ran out blocks nobody, even before it is ended`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        for guest in [Town.mia, Town.juma] { try await town.order("A-\(guest.id)", of: guest, 10_000) }
        let issued = try await town.redeem(coffee)
        let before = town.clock.now
        town.clock.set(issued.redemption.expiresAt)
        #expect(try await town.redeemedCount(of: coffee) == 0)
        let wallet = try await ViewWallet(in: town.surroundings)(of: Town.juma.id, in: Town.bakery)
        #expect(wallet.offers.map(\.refusal) == [nil])
        _ = try await town.redeem(coffee, by: Town.juma)
        #expect(try await town.member().member.balance == Points(100))
        #expect(try await town.redeemedCount(of: coffee) == 1)
        town.clock.set(before)
        await #expect(throws: RedemptionStateRejection.codeMustNotBeExpired) {
            try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bakery, actor: "amina")
        }
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `the points and the allowance of one's own code that ran out are there for the next`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(perCustomer: 1)
        try await town.order("A-1", 5_000)
        let issued = try await town.redeem(coffee)
        town.clock.set(issued.redemption.expiresAt)
        #expect(try await town.redeem(coffee).member.balance == .zero)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a rejected redemption ends nothing`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        try await town.order("A-1", 5_000)
        try await town.order("A-2", of: Town.juma, 1_000)
        let issued = try await town.redeem(coffee)
        town.clock.set(issued.redemption.expiresAt)
        await #expect(throws: RedemptionRejection.balanceMustCoverCost) {
            try await town.redeem(coffee, by: Town.juma)
        }
        let mia = try await town.surroundings.database.read { connection in
            try MemberStore(connection).member(Town.mia.id, in: Town.bakery.id)
        }
        #expect(mia?.sequence == 2)
    }

    @Test func `rewards take from the program how long their codes are good, unless they say`() async throws {
        let town = try await Town.open()
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.codeValidDays = 7
            return program
        }
        #expect(try await town.coffee().codeValidDays == 7)
        await #expect(throws: ProgramRejection(.codeDaysMustBeInRange, field: "code_valid_days")) {
            try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
                var program = program
                program.codeValidDays = 0
                return program
            }
        }
    }

    @Test func `the owner of codes sees them again, while they are good`() async throws {
        let town = try await Town.open()
        for (guest, order) in [(Town.mia, "A-1"), (Town.juma, "A-2")] {
            try await town.order(order, of: guest, 20_000)
        }
        let coffee = try await town.coffee()
        let codes = [try await town.redeem(coffee), try await town.redeem(coffee)]
        _ = try await town.redeem(coffee, by: Town.juma)
        let own = ViewOwnCodes(in: town.surroundings)
        #expect(try await own(of: Town.mia.id).map(\.redemption.code) == codes.map(\.code))
        _ = try await UseCode(in: town.surroundings)(codes[0].code, for: nil, in: Town.bakery, actor: "amina")
        #expect(try await own(of: Town.mia.id).map(\.redemption.code) == [codes[1].code])
        town.clock.advance(days: 30)
        #expect(try await own(of: Town.mia.id).isEmpty)
    }
}
