import Loyalty
import Operations
import Storage
import Testing

struct EnrolMemberTests {
    @Test func `joining is noted once, and brings the sign-up bonus once`() async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(100) }
        #expect(try await town.enrol(Town.mia))
        #expect(try await !town.enrol(Town.mia))
        let mia = try await town.member()
        #expect(mia.member.balance == Points(100))
        #expect(mia.name == "Mia Odhiambo")
        #expect(try await town.entries().map(\.kind) == [.earnedSignup])
    }

    @Test func `of 64 who let the same customer in at once, one does`() async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(100) }
        let joined = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    if number % 2 == 0 { return try await town.enrol(Town.mia) }
                    try await town.order("A-\(number)", 100)
                    return false
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(joined <= 1)
        let entries = try await town.entries()
        #expect(entries.count(where: { $0.kind == .earnedSignup }) == 1)
        #expect(entries.first?.kind == .earnedSignup)
        #expect(try await town.member().member.balance == Points(132))
    }

    @Test func `the first order of somebody new brings the bonus before its own points`() async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(100) }
        let outcome = try await town.order("A-1", 4_200)
        #expect(outcome.decision.member.balance == Points(142))
        #expect(try await town.entries().map(\.kind) == [.earnedSignup, .earnedPurchase])
        #expect(try await town.entries().map(\.balanceAfter) == [Points(100), Points(142)])
        try await town.order("A-1", 4_200, status: .returned, revision: 2)
        #expect(try await town.member().member.balance == Points(100))
        #expect(try await town.surroundings.audit().findings.isEmpty)
    }

    @Test func `who joined before the bonus gets none, and neither does who is refused`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 4_200)
        try await town.give { $0.signup = Points(100) }
        try await town.order("A-2", 4_200)
        #expect(try await town.member().member.balance == Points(84))
        await #expect(throws: OrderRejection(.amountMustNotBeNegative, field: "total")) {
            try await town.order("A-3", of: Town.juma, -1)
        }
        await #expect(throws: MemberRejection.membershipMustExist) { try await town.member(Town.juma) }
        #expect(try await town.entries(of: Town.juma).isEmpty)
    }

    @Test func `a sign-up bonus in one shop is none in another`() async throws {
        let town = try await Town.open()
        try await town.give { $0.signup = Points(100) }
        #expect(try await town.enrol(Town.mia, in: Town.bookshop))
        #expect(try await town.member(in: Town.bookshop).member.balance == .zero)
        #expect(try await town.enrol(Town.mia))
        #expect(try await town.member().member.balance == Points(100))
    }

    @Test func `who joins in person is noted in the audit log, and tells nothing new of themselves`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", 100, in: Town.bookshop)
        #expect(
            try await EnrolMember(in: town.surroundings)(
                Customer(id: Town.mia.id, name: "Somebody"), from: .shop, in: Town.bakery, actor: "mia",
                isInPerson: true))
        #expect(try await town.member().name == "Mia Odhiambo")
        let acts = try await ViewAuditLog(in: town.surroundings)(in: Town.bakery, before: nil, limit: 1)
        #expect(acts.map(\.action) == ["join"])
    }

    @Test func `a birthday is learned from orders, and one that cannot be is refused with its field`() async throws {
        let town = try await Town.open()
        try await town.order("A-1", of: born("1990-05-17"), 100)
        try await town.order("A-2", of: Town.juma, 100)
        let juma = try await ViewPerson(in: town.surroundings)(Town.juma.id)
        #expect(juma.customer?.birthday == Day("1990-05-17"))
        await #expect(throws: CustomerRejection(.birthdayMustBeSince1900, field: "customer.birthday")) {
            try await town.order("A-3", of: born("1899-12-31"), 100)
        }
        await #expect(throws: CustomerRejection(.birthdayMustNotBeInTheFuture, field: "birthday")) {
            try await SaveCustomer(in: town.surroundings)(born("2026-11-04"))
        }
    }

    private func born(_ birthday: String) -> Customer {
        Customer(id: Town.juma.id, name: "Juma Mwangi", birthday: Day(birthday))
    }
}
