import Loyalty
import Operations
import Testing

struct HoldContentionTests {
    @Test func `of 64 holds of one balance at once, as many succeed as it covers`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        #expect(try await town.winners { _ in _ = try await town.hold(30) } == 3)
        #expect(try await town.member().available == Points(10))
    }

    @Test func `of holds and redemptions of one balance at once, as many succeed as it covers`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 17_000)
        let winners = try await town.winners { number in
            if number.isMultiple(of: 2) { _ = try await town.hold(50) } else { _ = try await town.redeem(coffee) }
        }
        #expect(winners == 3)
        let member = try await town.member()
        #expect(member.available == Points(20))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `of 64 who hold or redeem the last one at once, one gets it`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(stock: 1)
        let crowd = (0..<64).map { Customer(id: Identifier(trusted: "guest-\($0)"), name: "Guest \($0)") }
        for guest in crowd { try await town.order("G-\(guest.id)", of: guest, 5_000) }
        let winners = try await town.winners { number in
            if number.isMultiple(of: 2) {
                _ = try await town.hold(coffee, of: crowd[number])
            } else {
                _ = try await town.redeem(coffee, by: crowd[number])
            }
        }
        #expect(winners == 1)
        #expect(try await town.redeemedCount(of: coffee) == 1)
    }

    @Test func `of 64 redemptions within one customer's limit at once, as many succeed as it allows`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee(perCustomer: 2)
        try await town.order("A-1", 1_000_000)
        #expect(try await town.winners { _ in _ = try await town.redeem(coffee) } == 2)
    }

    @Test func `of 64 tills with one code at once, one uses it`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 5_000)
        let issued = try await town.redeem(town.coffee())
        let winners = try await town.winners { number in
            if number.isMultiple(of: 4) {
                _ = try await CancelRedemption(in: town.surroundings)(
                    issued.redemption.id, of: nil, in: Town.bakery, actor: "amina")
            } else {
                _ = try await UseCode(in: town.surroundings)(issued.code, for: nil, in: Town.bakery, actor: "amina")
            }
        }
        #expect(winners == 1)
    }

    @Test func `of 64 endings of one hold at once, one has an effect`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(60)
        _ = try await town.winners { number in
            switch number % 3 {
            case 0: _ = try await town.confirm(hold, 60)
            case 1: _ = try await town.confirm(hold, 20)
            default: _ = try await town.release(hold)
            }
        }
        let member = try await town.member().member
        #expect(member.held == .zero)
        #expect([Points(40), Points(80), Points(100)].contains(member.balance))
        #expect(try await town.surroundings.audit().findings == [])
    }
}
