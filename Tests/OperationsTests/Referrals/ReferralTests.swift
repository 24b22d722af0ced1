import Loyalty
import Operations
import Storage
import Testing

/// Mia is a member of the bakery, and invites: 100 points for her, 50 for whom she invites, from 25.00 on.
struct ReferralTests {
    private func town() async throws -> Town {
        let town = try await Town.open()
        try await town.order("A-1", 10_00)
        return town
    }

    @Test func `a claim makes a member, and the first order pays both in its transaction`() async throws {
        let town = try await town()
        #expect(try await town.claim().referral.state == .pending)
        #expect(try await town.balances(Town.mia, Town.juma) == [10, 0])
        let outcome = try await town.order("B-1", of: Town.juma, 40_00)
        #expect(outcome.decision.member.balance == Points(90))
        #expect(try await town.balances(Town.mia, Town.juma) == [110, 90])
        let referral = try #require(try await town.referrals().first)
        #expect(referral.state == .paid && referral.firstOrder?.orderID.text == "B-1")
        try await expectClean(town)
    }

    @Test func `whatever is sent twice or refunded and corrected ends the same`() async throws {
        let town = try await town()
        try await town.claim()
        let states: [(revision: Int64, refunded: Int64)] = [
            (1, 0), (1, 0), (2, 30_00), (2, 30_00), (1, 0), (3, 15_00), (4, 40_00),
        ]
        for (revision, refunded) in states {
            try await town.order("B-1", of: Town.juma, 40_00, revision: revision, refunded: refunded)
        }
        #expect(try await town.balances(Town.mia, Town.juma) == [10, 0])
        #expect(try await town.referrals().map(\.state) == [.pending])
        try await town.order("B-2", of: Town.juma, 30_00)
        #expect(try await town.balances(Town.mia, Town.juma) == [110, 80])
        try await expectClean(town)
    }

    @Test func `both sides are told to the watchers of the shop`() async throws {
        let town = try await town()
        try await town.claim()
        let events = town.surroundings.activity.events(in: Town.bakery.id)
        try await town.order("B-1", of: Town.juma, 40_00)
        var told: [String] = []
        for await event in events {
            told.append("\(event.kind.rawValue) \(event.customerID?.text ?? "") \(event.points)")
            if told.count == 4 { break }
        }
        #expect(
            told == [
                "points_changed juma 40", "referral_changed juma 0", "points_changed mia 100",
                "points_changed juma 50",
            ])
    }

    @Test func `a claim that is made again is answered with what is held, and has no effect`() async throws {
        let town = try await town()
        let code = try await town.member().member.referralCode
        let first = try await town.claim(code, by: Town.juma)
        let again = try await town.claim(code.lowercased(), by: Town.juma)
        #expect(first.isNew && !again.isNew)
        #expect(first.referral.referral == again.referral.referral)
        try await town.order("B-1", of: Town.juma, 40_00)
        #expect(try await town.claim(code, by: Town.juma).referral.referral.state == .paid)
        #expect(try await town.balances(Town.mia, Town.juma) == [110, 90])
    }

    @Test func `a refused claim makes no member and leaves nothing behind`() async throws {
        let town = try await town()
        await #expect(throws: ReferralRejection.referralCodeMustExist) {
            try await town.claim("00000000", by: Town.juma)
        }
        await #expect(throws: ReferralRejection.referralMustNotBeOnesOwn) { try await town.claim(by: Town.mia) }
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.referral.isActive = false
            return program
        }
        await #expect(throws: ReferralRejection.referralProgramMustBeActive) { try await town.claim() }
        #expect(try await town.referrals().isEmpty)
        #expect(try await town.balances(Town.mia, Town.juma) == [10, nil])
        try await expectClean(town)
    }

    @Test func `a circle is refused over any number of friends`() async throws {
        let town = try await town()
        try await town.claim(by: Town.juma, from: Town.mia)
        try await town.claim(by: Town.wanja, from: Town.juma)
        await #expect(throws: ReferralRejection.referralMustNotGoInACircle) {
            try await town.claim(by: Town.mia, from: Town.wanja)
        }
        #expect(try await town.referrals().count == 2)
    }

    @Test func `a code works in its own shop only, and pays in it only`() async throws {
        let town = try await town()
        try await town.order("S-1", 10_00, in: Town.bookshop)
        let code = try await town.member().member.referralCode
        await #expect(throws: ReferralRejection.referralCodeMustExist) {
            try await town.claim(code, by: Town.juma, in: Town.bookshop)
        }
        let referral = try await town.claim().referral
        try await town.order("S-2", of: Town.juma, 40_00, in: Town.bookshop)
        try await town.order("C-1", of: Town.wanja, 40_00)
        #expect(try await town.balances(Town.mia, Town.juma, in: Town.bookshop) == [10, 40])
        #expect(try await town.balances(Town.mia, Town.juma, Town.wanja) == [10, 0, 40])
        #expect(try await town.referrals(in: Town.bookshop).isEmpty)
        await #expect(throws: ReferralRejection.referralMustExist) {
            try await town.review(referral.id, .reject, in: Town.bookshop)
        }
        #expect(try await town.referrals().map(\.state) == [.pending])
    }

    @Test func `an address gives away the ten who come from it within a week, in one shop`() async throws {
        let town = try await town()
        for number in 1...9 {
            let guest = Customer(id: Identifier(trusted: "guest-\(number)"), name: "")
            #expect(try await town.claim(by: guest, at: "192.0.2.1").referral.state == .pending)
        }
        #expect(try await town.claim(at: "192.0.2.1").referral.blockReason == .tooManyClaims)
        #expect(try await town.claim(by: Town.wanja, at: "192.0.2.2").referral.state == .pending)
        town.clock.advance(days: 7)
        let late = Customer(id: Identifier(trusted: "late"), name: "")
        #expect(try await town.claim(by: late, at: "192.0.2.1").referral.state == .pending)
        #expect(try await town.referrals().allSatisfy { $0.addressHash?.count == 32 })
    }

    @Test func `an address learnt with the order itself blocks the payment`() async throws {
        let town = try await town()
        try await town.claim()
        let juma = Customer(id: Town.juma.id, name: "Juma", email: "M.I.A+juma@example.org")
        try await town.order("B-1", of: juma, 40_00)
        #expect(try await town.referrals().map(\.blockReason) == [.selfReferral])
        #expect(try await town.balances(Town.mia, Town.juma) == [10, 40])
        try await expectClean(town)
    }

    @Test func `of 64 claims at once one is live`() async throws {
        let town = try await town()
        let crowd = (0..<64).map { Customer(id: Identifier(trusted: "friend-\($0)"), name: "") }
        for friend in crowd { try await town.order("F-\(friend.id)", of: friend, 1_00) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for friend in crowd { group.addTask { try await town.claim(from: friend) } }
            try await group.waitForAll()
        }
        #expect(try await town.referrals(.pending).count == 1)
        #expect(try await town.referrals(.blocked).count == 63)
        try await town.order("B-1", of: Town.juma, 40_00)
        #expect(try await town.balances(Town.juma) == [90])
        try await expectClean(town)
    }

    @Test func `of 64 times the same claim at once one is new`() async throws {
        let town = try await town()
        let code = try await town.member().member.referralCode
        let news = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 { group.addTask { try await town.claim(code, by: Town.juma).isNew } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(news == 1)
        #expect(try await town.referrals().count == 1)
    }

    private func expectClean(_ town: Town, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let findings = try await town.surroundings.audit().findings
        #expect(findings.isEmpty, "\(findings)", sourceLocation: sourceLocation)
    }
}
