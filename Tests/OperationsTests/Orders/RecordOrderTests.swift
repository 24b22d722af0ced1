import Loyalty
import Operations
import Storage
import Testing

struct RecordOrderTests {
    @Test func `a delivered order earns, opens a lot and counts`() async throws {
        let town = try await Town.open()
        let outcome = try await town.order("A-1", 199_900)
        #expect(outcome.isNew)
        #expect(outcome.decision.posting?.entry.points == Points(1_999))
        let mia = try await town.member()
        #expect(mia.member.balance == Points(1_999))
        #expect(mia.member.orderCount == 1)
        #expect(mia.tierKey == "gold")
        #expect(mia.name == "Mia Odhiambo")
    }

    @Test func `the same state twice changes nothing`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 4_200)
        let again = try await town.order("A-1", 4_200)
        #expect(!again.isNew)
        #expect(again.decision.posting == nil)
        #expect(try await town.member().member.balance == Points(42))
    }

    @Test func `a refund takes back what the part had earned, and the tier with it`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 60_000)
        #expect(try await town.member().tierKey == "silver")
        let refund = try await town.order("A-1", 60_000, revision: 2, refunded: 20_000)
        #expect(refund.decision.posting?.entry.points == Points(-200))
        #expect(refund.decision.tierChanges.map(\.cause) == [.refund])
        let mia = try await town.member()
        #expect(mia.tierKey == "bronze")
        #expect(mia.member.balance == Points(400))
    }

    @Test func `an older revision is acknowledged and ignored`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 4_200, revision: 3)
        let late = try await town.order("A-1", 4_200, status: .pending, revision: 2)
        #expect(late.decision.isStale)
        #expect(try await town.member().member.balance == Points(42))
    }

    @Test func `spent points that a refund takes become debt, and the next order pays it first`() async throws {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 6_000)
        _ = try await RedeemReward(in: town.surroundings)(
            coffee.id, by: Town.mia.id, in: Town.bakery, actor: "mia")
        try await town.order("A-1", 6_000, status: .returned, revision: 2)
        #expect(try await town.member().member.balance == Points(-50))
        try await town.order("A-2", 8_000)
        #expect(try await town.member().member.balance == Points(30))
        let lots = try await town.surroundings.database.read { connection in
            try LotStore(connection).open(of: Town.mia.id, in: Town.bakery.id)
        }
        #expect(lots.map(\.remaining) == [Points(30)])
    }

    @Test func `a refused order leaves nothing behind`() async throws {
        let town = try await Town.open()
        await #expect(throws: OrderRejection(.amountMustNotBeNegative, field: "total")) {
            try await town.order("A-1", -1)
        }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.member() }
        await #expect(throws: OrderRejection(.orderMustExist)) {
            try await ViewOrder(in: town.surroundings)(Identifier(trusted: "A-1"), of: nil, in: Town.bakery)
        }
    }

    @Test func `orders before the first program count, and earn once they are processed under it`() async throws {
        let town = try await Town.open()
        let kiosk = Shop(
            id: Identifier(trusted: "kiosk"), name: "Kiosk", ownerID: Identifier(trusted: "kim"),
            currency: Town.bakery.currency, timeZone: "Africa/Nairobi")
        _ = try await SaveShop(in: town.surroundings)(kiosk, actor: "platform")
        try await town.order("K-1", 60_000, in: kiosk)
        #expect(try await town.member(in: kiosk).member.balance == .zero)
        _ = try await SaveProgram(in: town.surroundings)(in: kiosk, actor: "kim") { $0 }
        #expect(try await town.member(in: kiosk).member.tierKey == "silver")
        try await town.order("K-1", 60_000, in: kiosk)
        #expect(try await town.member(in: kiosk).member.balance == Points(600))
    }

    @Test func `watchers of the shop hear of it, those of another do not`() async throws {
        let town = try await Town.open()
        var here = town.surroundings.activity.events(in: Town.bakery.id).makeAsyncIterator()
        let elsewhere = town.surroundings.activity.events(in: Town.bookshop.id)
        try await town.order("A-1", 4_200)
        #expect(await here.next()?.points == Points(42))
        town.surroundings.activity.publish([
            ActivityEvent(
                kind: .programSaved, shopID: Town.bookshop.id, customerID: nil, at: town.clock.now, reference: "1")
        ])
        var other = elsewhere.makeAsyncIterator()
        #expect(await other.next()?.kind == .programSaved)
    }
}
