import Loyalty
import Operations
import Storage
import Testing

struct SealShopsTests {
    @Test func `a day is sealed once, ten minutes after its end in the shop's zone`() async throws {
        let town = try await Town.withHistory(isSealed: false)
        // The history ends on 4 November, 15:00 in Nairobi; its day ends at 21:00 in UTC.
        try await town.expect(numbers: [1], lastDay: "2026-11-03", at: "2026-11-04T21:09:59Z")
        try await town.expect(numbers: [2, 1], lastDay: "2026-11-04", at: "2026-11-04T21:10:00Z")
        try await town.expect(numbers: [2, 1], lastDay: "2026-11-04", at: "2026-11-05T21:09:59Z")
    }

    @Test func `days that were missed are covered by the seal of the latest`() async throws {
        let town = try await Town.withHistory(isSealed: false)
        try await town.expect(numbers: [1], lastDay: "2026-11-19", at: "2026-11-20T12:00:00Z")
        let contents = try #require(try await town.seals().first?.seal.contents)
        #expect(contents.memberCount == 2 && contents.entryCount == 14)
        let balances = [try await town.member(), try await town.member(Town.juma)].map(\.member.balance)
        #expect(contents.balance == balances[0] + balances[1])
    }

    @Test func `a shop without entries has nothing to seal`() async throws {
        let town = try await Town.open()
        town.clock.advance(days: 5)
        try await SealShops(in: town.surroundings)()
        #expect(try await town.seals().isEmpty)
    }

    @Test func `several servers at once make one seal`() async throws {
        let town = try await Town.withHistory(isSealed: false)
        town.clock.advance(days: 2)
        let made = try await withThrowingTaskGroup(of: Seal?.self) { group in
            for _ in 1...8 { group.addTask { try await SealShops(in: town.surroundings)(Town.bakery) } }
            return try await group.reduce(into: []) { seals, seal in seals += seal.map { [$0] } ?? [] }
        }
        #expect(made.count == 1)
        #expect(try await town.seals().map(\.seal) == made)
    }

    @Test func `a seal covers what was recorded by then, whatever comes after`() async throws {
        let town = try await Town.withHistory(isSealed: false)
        try await town.expect(numbers: [1], lastDay: "2026-11-04", at: "2026-11-05T12:00:00Z")
        try await town.order("A-5", 90_00)
        try await town.order("C-1", of: Customer(id: Identifier(trusted: "neema"), name: "Neema"), 90_00)
        #expect(try await town.surroundings.audit().findings == [])
    }

    @Test func `a clock that steps back records nothing into a day that is sealed`() async throws {
        let town = try await Town.withHistory(isSealed: false)
        try await town.expect(numbers: [1], lastDay: "2026-11-04", at: "2026-11-05T12:00:00Z")
        town.clock.advance(days: -3)
        try await town.order("A-5", 90_00)
        let rows = try await ViewEntries(in: town.surroundings)(of: Town.mia.id, in: Town.bakery, below: nil, limit: 1)
        #expect(rows.map(\.entry.recordedAt.description) == ["2026-11-04T21:00:00Z"])
        #expect(try await town.surroundings.audit().findings == [])
        try await SealShops(in: town.surroundings)()
        #expect(try await town.seals().count == 1)
    }

    @Test func `the hashes of a seal, from its bytes`() throws {
        var digest = SealDigest()
        for (customer, sequence, hash) in [("juma", 1, Self.hashOfJuma), ("mia", 2, Self.hashOfMia)] {
            digest.add(
                SealedMember(
                    customerID: Identifier(trusted: customer), sequence: Int64(sequence), balance: Points(35),
                    hash: hash))
        }
        let seal = Seal(
            shopID: Town.bakery.id, number: 1, day: try #require(Day("2026-11-04")),
            coversBefore: try #require(Instant("2026-11-04T21:00:00Z")), contents: digest.contents)
        #expect(
            Hexadecimal.text(of: seal.contents.membersHash)
                == "924f55ed7dea439181e6928b5ab65864a751dfa546ccced6ae4bcd797aaac614")
        #expect(
            Hexadecimal.text(of: SealHash.next(after: SealHash.none, for: seal))
                == "a0166e278129108b7e3f876ed3df97a9feebaff322245beb2ac8c263c035b05c")
    }

    private static let hashOfJuma = bytes("b036aaecf9be1ee153d8dcf1c591315248923c13fce9b3c8fc640dfab330abc0")
    private static let hashOfMia = bytes("a6ae07ad556c5f9348cc09c16ed17a437e65acc71e689c1b19f872f1dab3c9c1")

    private static func bytes(_ hexadecimal: String) -> [UInt8] {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}

extension Town {
    func seals(in shop: Shop = bakery) async throws -> [SealStore.Row] {
        try await ViewSeals(in: surroundings)(in: shop, below: nil, limit: 50)
    }

    fileprivate func expect(numbers: [Int64], lastDay: String, at now: String) async throws {
        clock.set(try #require(Instant(now)))
        for _ in 1...2 { try await SealShops(in: surroundings)() }
        let seals = try await seals().map(\.seal)
        #expect(seals.map(\.number) == numbers)
        #expect(seals.first?.day.description == lastDay)
        #expect(try await surroundings.audit().findings == [])
    }
}
