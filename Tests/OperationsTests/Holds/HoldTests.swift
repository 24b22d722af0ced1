import Loyalty
import Operations
import Storage
import Testing

struct HoldTests {
    @Test func `held points stay in the balance, and are available no more until the hold ends`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(70)
        #expect(try await town.member().member.held == Points(70))
        #expect(try await town.member().member.balance == Points(100))
        #expect(try await town.member().available == Points(30))
        await #expect(throws: HoldRejection.availableMustCoverHold) { try await town.hold(31) }
        #expect(try await town.release(hold).status == .released)
        #expect(try await town.member().available == Points(100))
    }

    @Test func `a hold is confirmed in part, once, and the rest is free again`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(70)
        let confirmed = try await town.confirm(hold, 40, order: "A-9")
        #expect(confirmed.status == .confirmed)
        #expect(try await town.confirm(hold, 40).hold == confirmed.hold)
        await #expect(throws: HoldRejection.holdMustNotBeConfirmed) { try await town.confirm(hold) }
        await #expect(throws: HoldRejection.holdMustNotBeConfirmed) { try await town.release(hold) }
        #expect(try await town.member().member.balance == Points(60))
        #expect(try await town.member().member.held == .zero)
        let last = try await ViewEntries(in: town.surroundings)(
            of: Town.mia.id, in: Town.bakery, below: nil, limit: 1)
        #expect(last.first?.entry.kind == .redeemedDiscount)
        #expect(last.first?.entry.reference == "A-9")
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a released hold is not confirmed, and releasing it again changes nothing`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(70)
        let released = try await town.release(hold)
        #expect(try await town.release(hold).hold == released.hold)
        await #expect(throws: HoldRejection.holdMustNotBeReleased) { try await town.confirm(hold) }
        #expect(try await town.member().available == Points(100))
    }

    @Test func `a hold ends by itself, and can then be neither confirmed nor released`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(70, seconds: 60)
        town.clock.set(hold.hold.expiresAt)
        #expect(try await ViewHolds(in: town.surroundings)(hold.hold.id, in: Town.bakery).status == .expired)
        #expect(try await ViewHolds(in: town.surroundings).live(of: Town.mia.id, in: Town.bakery).isEmpty)
        await #expect(throws: HoldRejection.holdMustNotBeExpired) { try await town.confirm(hold) }
        await #expect(throws: HoldRejection.holdMustNotBeExpired) { try await town.release(hold) }
        #expect(try await town.member().available == Points(100))
        _ = try await town.hold(100)
        #expect(try await town.member().member.held == Points(100))
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a hold of another shop does not exist`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        let hold = try await town.hold(70)
        await #expect(throws: HoldRejection.holdMustExist) { try await town.confirm(hold, in: Town.bookshop) }
        await #expect(throws: HoldRejection.holdMustExist) { try await town.release(hold, in: Town.bookshop) }
        await #expect(throws: HoldRejection.holdMustExist) {
            try await ViewHolds(in: town.surroundings)(hold.hold.id, in: Town.bookshop)
        }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.hold(1, of: Town.juma) }
    }

    @Test func `a member has a hundred live holds at most`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 20_000)
        let first = try await town.hold(1)
        for _ in 2...100 { _ = try await town.hold(1) }
        await #expect(throws: HoldRejection.holdsMustBe100AtMost) { try await town.hold(1) }
        _ = try await town.release(first)
        _ = try await town.hold(1)
    }

    @Test func `the audit log names the person who holds for a member, and no machine`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 10_000)
        _ = try await town.release(town.hold(5))
        let hold = try await PlaceHold(in: town.surroundings)(
            PlaceHold.Request(for: Town.mia.id, .points(Points(5))), in: Town.bakery, actor: "amina", isByHand: true)
        _ = try await ConfirmHold(in: town.surroundings)(
            hold.hold.id, in: Town.bakery, actor: "amina", isByHand: true)
        let rows = try await ViewAuditLog(in: town.surroundings)(in: Town.bakery, before: nil, limit: 2)
        #expect(rows.map(\.action) == ["confirm_hold", "place_hold"])
        #expect(rows.allSatisfy { $0.actor == "amina" && $0.subject == hold.hold.id.text })
    }
}
