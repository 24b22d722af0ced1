import Testing

@testable import Loyalty

@Suite struct AdjustmentTests {
    @Test func `each rule is named with its field`() throws {
        var books = ShopBooks()
        try books.adjust(mia, by: Points(50))
        for (points, reason, rejection) in [
            (0, "Goodwill", .adjustmentMustNotBeZero), (1, "", .reasonMustNotBeEmpty),
            (1, " \n\t", .reasonMustNotBeEmpty),
            (-51, "Mistake", .balanceMustCoverAdjustment),
            (Points.limit.count - 49, "Goodwill", .adjustmentMustBeBelowTheLimit),
            (Points.limit.count + 1, "Goodwill", .adjustmentMustBeBelowTheLimit),
            (.max, "Goodwill", .adjustmentMustBeBelowTheLimit), (.min, "Mistake", .adjustmentMustBeBelowTheLimit),
            (-Points.limit.count, "Mistake", .balanceMustCoverAdjustment),
        ] as [(Int64, String, AdjustmentRejection)] {
            #expect(throws: rejection, "\(points)") { try books.adjust(mia, by: Points(points), because: reason) }
        }
        #expect(books[mia].member.balance == Points(50))
        #expect(AdjustmentRejection.reasonMustNotBeEmpty.field == "reason")
        #expect(AdjustmentRejection.adjustmentMustNotBeZero.field == "points")
        #expect(AdjustmentRejection.balanceMustCoverAdjustment.field == "points")
    }

    @Test func `a credit up to the limit and a debit down to zero are taken`() throws {
        var books = ShopBooks()
        try books.adjust(mia, by: .limit)
        try books.adjust(mia, by: -Points.limit)
        #expect(books[mia].member.balance == .zero)
        #expect(books[mia].findings(at: books.now) == [])
    }

    @Test func `an adjustment says who made it and why, and is neither earned nor redeemed`() throws {
        var books = ShopBooks()
        let credit = try books.adjust(mia, by: Points(50), because: "The cake was burnt").posting
        #expect(credit.entry.kind == .adjustment)
        #expect(credit.entry.actor == amina.text)
        #expect(credit.entry.description == "The cake was burnt")
        #expect(credit.entry.programVersion == 1)
        #expect(books[mia].member.earned == .zero)
        try books.adjust(mia, by: Points(-20), because: "It was not")
        #expect(books[mia].member.redeemed == .zero)
        #expect(books[mia].member.balance == Points(30))
    }

    @Test func `a credit expires like any other`() throws {
        var books = ShopBooks(program: program { $0.expiry = .daysAfterEarning(30) })
        #expect(try books.adjust(mia, by: Points(50)).posting.opens?.expiresOn == openingDay + 30)
        var withoutProgram = ShopBooks(program: nil)
        #expect(try withoutProgram.adjust(mia, by: Points(50)).posting.opens?.expiresOn == nil)
    }

    @Test func `held and pending points cannot be taken`() throws {
        var books = ShopBooks(program: program { $0.pendingDays = 3 })
        try books.record(order(total: "42.00"))
        #expect(throws: AdjustmentRejection.balanceMustCoverAdjustment) { try books.adjust(mia, by: Points(-1)) }
        var saver = member()
        saver.balance = Points(50)
        saver.held = Points(20)
        let lot = Lot(
            sequence: 1, earnedAt: books.now, availableAt: books.now, expiresOn: nil, points: Points(50),
            remaining: Points(50))
        func take(_ points: Int64) throws -> AdjustmentDecision {
            try decideAdjustment(
                of: Points(-points), reason: "Mistake", to: saver, lots: [lot], program: books.program,
                today: books.today, now: books.now, actor: amina.text)
        }
        #expect(try take(30).member.balance == Points(20))
        #expect(throws: AdjustmentRejection.balanceMustCoverAdjustment) { try take(31) }
    }
}
