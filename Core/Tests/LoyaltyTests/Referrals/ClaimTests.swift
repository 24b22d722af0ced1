import Testing

@testable import Loyalty

@Suite struct ClaimTests {
    @Test(arguments: [false, true])
    func `nothing is claimed while the program or its referrals are off`(isProgramOff: Bool) {
        var books = ShopBooks()
        books.save { program in
            if isProgramOff { program.isActive = false } else { program.referral.isActive = false }
        }
        #expect(throws: ReferralRejection.referralProgramMustBeActive) { try books.claim(by: juma, from: mia) }
        books.program = nil
        #expect(throws: ReferralRejection.referralProgramMustBeActive) { try books.claim(by: juma, from: mia) }
        #expect(books.referrals.isEmpty && books[juma].member.referralID == nil)
    }

    @Test func `nobody invites themselves`() {
        var books = ShopBooks()
        #expect(throws: ReferralRejection.referralMustNotBeOnesOwn) { try books.claim(by: mia, from: mia) }
        #expect(books.referrals.isEmpty && books[mia].member.referralID == nil)
    }

    @Test func `invitations do not go in a circle, directly or over others`() throws {
        try play(
            """
            claim  juma  mia    referral pending
            claim  mia   juma   rejected referral_must_not_go_in_a_circle  referral none
            claim  amina juma   referral pending
            claim  mia   amina  rejected referral_must_not_go_in_a_circle  referral none
            reject juma  mia
            claim  mia   amina  referral pending
            allow   juma mia    rejected referral_must_not_be_rejected
            """)
    }

    @Test func `a claim that would close a circle is not released`() throws {
        try play(
            """
            order  B-1   juma 40.00
            claim  juma  mia    referral not_a_first_order
            claim  mia   juma   referral pending
            allow   juma mia    rejected referral_must_not_go_in_a_circle  referral not_a_first_order
            """)
    }

    @Test func `a chain too long to be followed is taken for a circle`() throws {
        let inviters = (1...Referral.chainMax).map { Customer.ID(trusted: "friend-\($0)") }
        #expect(throws: ReferralRejection.referralMustNotGoInACircle) {
            try requireNoCircle(of: juma, among: inviters)
        }
        try requireNoCircle(of: juma, among: Array(inviters.dropLast()))
    }

    @Test func `whoever has an order that counts already waits for the owner`() throws {
        try play(
            """
            order  B-1   juma 40.00
            undo   B-1   juma
            claim  juma  mia    referral pending
            order  C-1   amina 0.50
            claim  amina mia    referral not_a_first_order
            """)
    }

    @Test func `a second claim by another code waits for the owner`() throws {
        let books = try play(
            """
            claim  juma  mia    referral pending
            claim  juma  amina  referral second_claim
            order  B-1   juma 40.00
            look   mia          balance 100
            look   amina        balance 0
            """)
        #expect(books[juma].member.referralID == books.referrals[0].id)
    }

    @Test func `the tenth claim of a week from one address waits for the owner`() throws {
        var books = ShopBooks()
        try books.claim(by: juma, from: mia, claimsFromAddress: 8)
        #expect(books.referralText(of: juma) == "pending")
        try books.claim(by: amina, from: mia, claimsFromAddress: 9)
        #expect(books.referralText(of: amina) == "too_many_claims")
    }

    @Test func `one person under two ids waits for the owner`() throws {
        var books = ShopBooks()
        books.people[mia] = Customer(id: mia, name: "Mia", email: "mia.odhiambo@example.org")
        books.people[juma] = Customer(id: juma, name: "J", email: "MiaOdhiambo+two@Example.org")
        try books.claim(by: juma, from: mia)
        #expect(books.referralText(of: juma) == "self_referral")
        #expect(books[juma].member.referralID == nil)
        try books.record(order("B-1", by: juma, total: "40.00"))
        #expect(books[mia].member.balance == .zero)
        try books.review(.release, of: juma, from: mia)
        #expect(books.referralText(of: juma) == "paid")
        #expect(books[mia].member.balance == Points(100))
    }

    @Test func `whom an address gives away only later is blocked when it comes to paying`() throws {
        var books = ShopBooks()
        books.people[mia] = Customer(id: mia, name: "Mia", phone: "+254 700 123-456")
        try books.claim(by: juma, from: mia)
        books.people[juma] = Customer(id: juma, name: "Juma", phone: "(254) 700123456")
        try books.record(order("B-1", by: juma, total: "40.00"))
        #expect(books.referralText(of: juma) == "self_referral")
        #expect(books[juma].member.referralID == nil)
        #expect(books[juma].member.balance == Points(40) && books[mia].member.balance == .zero)
    }

    @Test func `a payment that would lift an account above its limit waits`() throws {
        var books = ShopBooks()
        try books.adjust(mia, by: .limit)
        try books.claim(by: juma, from: mia)
        try books.record(order("B-1", by: juma, total: "40.00", updated: "2026-11-02T08:00:00Z"))
        #expect(books.referralText(of: juma) == "pending")
        #expect(books[juma].member.balance == Points(40))
        try books.adjust(mia, by: -.limit)
        try books.record(order("B-1", by: juma, total: "41.00", updated: "2026-11-02T09:00:00Z"))
        #expect(books.referralText(of: juma) == "paid")
    }
}
