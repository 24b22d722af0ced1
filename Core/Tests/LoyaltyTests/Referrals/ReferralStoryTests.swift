import Testing

@testable import Loyalty

/// Stories of Mia, who invites, and Juma, who is invited: 100 points for her, 50 for him, from 25.00 on.
@Suite struct ReferralStoryTests {
    @Test func `both sides are paid when the first order reaches the minimum purchase`() throws {
        try play(
            """
            claim    juma mia             referral pending  balance 0
            order    B-1  juma 25.00      referral paid     balance 75
            look     mia                  balance 100
            repeat   B-1  juma            referral paid     balance 75
            look     mia                  balance 100
            """)
    }

    @Test func `a first order below the minimum pays nothing, and neither does the second`() throws {
        try play(
            """
            claim    juma mia             referral pending
            order    B-1  juma 24.99      referral pending  balance 24
            today    2026-11-03
            order    B-2  juma 90.00      referral pending  balance 114
            look     mia                  balance 0
            """)
    }

    @Test func `a refund below the minimum takes both payments back, and a correction upwards pays again`() throws {
        try play(
            """
            claim    juma mia             referral pending
            order    B-1  juma 40.00      referral paid     balance 90
            refund   B-1  juma 15.00      referral paid     balance 75
            refund   B-1  juma 0.01       referral pending  balance 24
            look     mia                  balance 0
            correct  B-1  juma 25.00      referral paid     balance 75
            look     mia                  balance 100
            """)
    }

    @Test func `when the first order is undone, the next one that counts takes its place`() throws {
        try play(
            """
            claim    juma mia             referral pending
            order    B-1  juma 40.00      referral paid     balance 90
            today    2026-11-03
            order    B-2  juma 30.00      referral paid     balance 120
            undo     B-1  juma            referral paid     balance 80
            undo     B-2  juma            referral pending  balance 0
            look     mia                  balance 0
            """)
    }

    @Test func `when the first order is undone, and the next one is too small, both payments are taken back`() throws {
        try play(
            """
            claim    juma mia             referral pending
            order    B-1  juma 40.00      referral paid     balance 90
            today    2026-11-03
            order    B-2  juma 10.00      referral paid     balance 100
            undo     B-1  juma            referral pending  balance 10
            look     mia                  balance 0
            """)
    }

    @Test func `a claw-back takes from its own lot first`() throws {
        try play(
            """
            program  expiry 10
            order    A-1  mia  60.00      lots 60@2026-11-12
            today    2026-11-05
            claim    juma mia             referral pending
            order    B-1  juma 40.00      referral paid
            order    A-2  mia  5.00       lots 60@2026-11-12,100@2026-11-15,5@2026-11-15
            refund   B-1  juma 40.00      referral pending
            look     mia                  lots 60@2026-11-12,5@2026-11-15
            """)
    }

    @Test func `spent points that are taken back become debt`() throws {
        try play(
            """
            claim    juma mia             referral pending
            order    B-1  juma 40.00      referral paid
            reward   coffee 80
            redeem   coffee mia           balance 20
            undo     B-1  juma            referral pending
            look     mia                  balance -80
            """)
    }

    @Test func `within balance, the shortfall is kept and set off against a later payment`() throws {
        let books = try play(
            """
            program  refunds within_balance
            claim    juma mia             referral pending
            program  refunds debt
            order    B-1  juma 40.00      referral paid
            reward   coffee 80
            redeem   coffee mia           balance 20
            refund   B-1  juma 40.00      referral pending
            look     mia                  balance 0
            correct  B-1  juma 40.00      referral paid
            look     mia                  balance 20
            """)
        #expect(books.referrals[0].referrerShare.shortfall == .zero)
        #expect(books.referrals[0].referrerShare.posted == Points(100))
    }

    @Test func `the terms are those in force at the claim`() throws {
        var books = ShopBooks()
        try books.claim(by: juma, from: mia)
        books.save { program in
            program.referral.referrerPoints = Points(7)
            program.referral.isActive = false
            program.isActive = false
        }
        try books.record(order("B-1", by: juma, total: "30.00"))
        #expect(books[mia].member.balance == Points(100))
        #expect(books[juma].member.balance == Points(50))
        #expect(books[mia].entries.map(\.programVersion) == [1])
    }

    @Test func `the owner releases and rejects`() throws {
        try play(
            """
            order    B-1  juma 40.00
            claim    juma mia             referral not_a_first_order  balance 40
            allow    juma mia             referral paid               balance 90
            allow    juma mia             referral paid               balance 90
            look     mia                  balance 100
            reject   juma mia             referral rejected           balance 40
            reject   juma mia             referral rejected           balance 40
            look     mia                  balance 0
            allow    juma mia             rejected referral_must_not_be_rejected
            refund   B-1  juma 40.00      balance 0
            correct  B-1  juma 40.00      referral rejected           balance 40
            """)
    }

    @Test func `a rejected referral leaves room for another`() throws {
        try play(
            """
            claim    juma mia             referral pending
            claim    juma amina           referral second_claim
            allow    juma amina           rejected referee_must_have_no_other_claim
            reject   juma mia             referral second_claim
            allow    juma amina           referral pending
            order    B-1  juma 40.00      referral paid  balance 90
            look     amina                balance 100
            look     mia                  balance 0
            """)
    }

    @Test func `what the history says names nobody else`() throws {
        let books = try play(
            """
            claim    juma mia             referral pending
            order    B-1  juma 40.00      referral paid
            undo     B-1  juma            referral pending
            """)
        #expect(
            books[mia].entries.map(\.description) == ["You invited a friend", "Taken back: You invited a friend"])
        #expect(
            books[juma].entries.filter { $0.reference == "F-1" }.map(\.description)
                == ["A friend invited you", "Taken back: A friend invited you"])
        #expect(books[mia].entries.map(\.kind) == [.earnedReferral, .reversedReferral])
        #expect(books[mia].entries.allSatisfy { $0.actor == "tuzo" && $0.reference == "F-1" })
    }
}
