import Testing

@testable import Loyalty

@Suite struct RewardHoldTests {
    /// Mia has 200 points at the bakery and Juma has 100; the coffee costs 60.
    private func books(_ edit: (inout Reward) -> Void = { _ in }) throws -> ShopBooks {
        var books = ShopBooks()
        books.offer(coffee(edit))
        try books.record(order(total: "200.00"))
        try books.record(order("A-2", by: juma, total: "100.00"))
        return books
    }

    @Test func `a hold of a reward reserves points, stock and the customer's allowance`() throws {
        var books = try books { ($0.totalAvailable, $0.limitPerCustomer) = (2, 1) }
        try books.hold("H-1", of: coffee(), by: mia)
        #expect(books[mia].member.held == Points(60))
        #expect(books[mia].member.balance == Points(200))
        #expect(books.rewards[coffee().id]?.redeemedCount == 1)
        #expect(throws: RedemptionRejection.customerLimitMustNotBeReached) { try books.redeem(coffee(), by: mia) }
        try books.hold("H-2", of: coffee(), by: juma)
        books[amina] = books[juma]
        #expect(throws: RedemptionRejection.stockMustRemain) { try books.hold("H-3", of: coffee(), by: amina) }
    }

    @Test func `whoever cannot redeem a reward cannot hold it, for the same reason`() throws {
        var books = try books { $0.cost = Points(201) }
        #expect(throws: RedemptionRejection.balanceMustCoverCost) { try books.hold("H-1", of: coffee(), by: mia) }
        books.offer(coffee { $0.isActive = false })
        #expect(throws: RedemptionRejection.rewardMustBeActive) { try books.hold("H-1", of: coffee(), by: mia) }
        #expect(books[mia].member.held == .zero)
    }

    @Test func `its confirmation issues a code for the price of the hold`() throws {
        var books = try books()
        try books.hold("H-1", of: coffee(), by: mia)
        books.offer(coffee { ($0.cost, $0.isActive, $0.redeemedCount) = (Points(90), false, 1) })
        let decision = try #require(try books.confirm("H-1", of: mia))
        let redemption = try #require(decision.redemption)
        #expect(redemption.cost == Points(60))
        #expect(decision.posting.entry.kind == .redeemedProduct)
        #expect(decision.posting.entry.reference == redemption.id.text)
        #expect(redemption.entrySequence == decision.posting.entry.sequence)
        #expect(redemption.expiresAt == noon(on: openingDay + 30))
        #expect(books[mia].member.balance == Points(140))
        #expect(books[mia].member.held == .zero)
        #expect(books.rewards[coffee().id]?.redeemedCount == 1)
    }

    @Test func `it is confirmed in full`() throws {
        var books = try books()
        try books.hold("H-1", of: coffee(), by: mia)
        #expect(throws: HoldRejection.rewardMustBeConfirmedInFull) {
            try books.confirm("H-1", of: mia, Points(59))
        }
        #expect(try books.confirm("H-1", of: mia, Points(60)) != nil)
    }

    @Test func `released, it goes back to the stock`() throws {
        var books = try books { $0.totalAvailable = 1 }
        try books.hold("H-1", of: coffee(), by: mia)
        try books.release("H-1", of: mia)
        #expect(books.rewards[coffee().id]?.redeemedCount == 0)
        try books.redeem(coffee(), by: juma)
    }
}
