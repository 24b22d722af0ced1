import Testing

@testable import Loyalty

/// What has lapsed is gone already: whoever sends something back then loses nothing else for it.
@Suite struct UndoneLapseTests {
    @Test func `a refund after the points have lapsed leaves all others alone`() throws {
        let books = try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84
            today   2027-02-05
            upkeep  mia                      warned 84@2027-02-10
            order   A-2  mia  20.00          earns 20    balance 104
            today   2027-02-11
            upkeep  mia                      expired 84  balance 20
            undo    A-1  mia                 takes 84    balance 20  expired 0  lots 20@2027-05-16
            undo    A-2  mia                 takes 20    balance 0   expired 0  lots none
            """)
        let entries = books[mia].entries.filter { $0.reference == "A-1" }
        #expect(entries.map(\.kind) == [.earnedPurchase, .expired, .reversedPurchase])
        #expect(entries.map(\.points.count) == [84, 84, -84])
    }

    @Test func `refunds in parts bring back as much as they take, and no more than has lapsed`() throws {
        try play(
            """
            program expiry 100
            reward  coffee 60
            order   A-1  mia  100.00         earns 100
            redeem  coffee mia               balance 40
            today   2027-02-05
            upkeep  mia                      warned 40@2027-02-10
            today   2027-02-11
            upkeep  mia                      balance 0   expired 40
            refund  A-1  mia  30.00          takes 30    balance 0    expired 10
            refund  A-1  mia  30.00          takes 30    balance -20  expired 0
            refund  A-1  mia  40.00          takes 40    balance -60  expired 0
            """)
    }

    @Test func `a correction upwards earns again, and lapses by itself`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84
            today   2027-02-05
            upkeep  mia                      warned 84@2027-02-10
            today   2027-02-11
            refund  A-1  mia  84.00          takes 84    balance 0   expired 0
            correct A-1  mia  84.00          earns 84    balance 84
            order   A-2  mia  20.00          earns 20    balance 20  expired 84
            refund  A-1  mia  42.00          takes 42    balance 20  expired 42
            refund  A-1  mia  42.00          takes 42    balance 20  expired 0
            """)
    }

    @Test func `points that came back from a redemption and lapsed at once have lapsed like the others`() throws {
        try play(
            """
            program expiry 100
            reward  coffee 60
            order   A-1  mia  84.00          earns 84
            today   2027-02-05
            redeem  coffee mia               balance 24
            order   A-2  mia  30.00          earns 30    balance 54
            today   2027-02-11
            upkeep  mia                      balance 30  expired 24
            refund  A-1  mia  14.00          takes 14    balance 30  expired 10
            cancel  coffee mia               returns 60  balance 30  expired 70
            refund  A-1  mia  70.00          takes 70    balance 30  expired 0   lots 30@2027-05-16
            """)
    }

    @Test func `what the order still has is taken before a lapse is undone`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84
            today   2027-02-05
            upkeep  mia                      warned 84@2027-02-10
            reserve mia  50
            today   2027-02-11
            upkeep  mia                      balance 50  expired 34
            refund  A-1  mia  40.00          takes 40    balance 10  expired 34
            refund  A-1  mia  40.00          takes 40    balance 0   expired 4
            """)
    }

    @Test func `what is short is brought back no further than it is taken`() throws {
        try play(
            """
            program expiry 100
            program refunds within_balance
            reward  coffee 60
            order   A-1  mia  84.00          earns 84
            redeem  coffee mia               balance 24
            today   2027-02-05
            upkeep  mia                      warned 24@2027-02-10
            order   A-2  mia  10.00          earns 10    balance 34
            today   2027-02-11
            undo    A-1  mia                 takes 34    balance 0   shortfall 50  expired 0
            """)
    }

    @Test(arguments: ["debt", "within_balance"])
    func `a debt is neither paid by it nor made larger`(refunds: String) throws {
        try play(
            """
            program expiry 100
            program refunds \(refunds)
            reward  coffee 84
            order   A-1  mia  84.00          earns 84
            program refunds debt
            today   2027-02-05
            upkeep  mia                      warned 84@2027-02-10
            today   2027-02-11
            upkeep  mia                      expired 84  balance 0
            order   A-2  mia  84.00          earns 84
            redeem  coffee mia               balance 0
            undo    A-2  mia                 takes 84    balance -84
            undo    A-1  mia                 takes 84    balance -84  expired 0
            """)
    }

    @Test func `within the balance nothing falls short that has lapsed`() throws {
        try play(
            """
            program expiry 100
            program refunds within_balance
            order   A-1  mia  84.00          earns 84
            today   2027-02-05
            upkeep  mia                      warned 84@2027-02-10
            today   2027-02-11
            undo    A-1  mia                 takes 84    balance 0   shortfall 0  expired 0
            """)
    }

    @Test func `what an invitation paid and has lapsed is not taken from anything else`() throws {
        try play(
            """
            program expiry 100
            order   M-1  mia   10.00         earns 10
            claim   juma mia
            order   A-1  juma  84.00         earns 84    balance 134
            look    mia                      balance 110
            today   2027-02-05
            upkeep  mia                      warned 110@2027-02-10
            order   M-2  mia   7.00          balance 117
            today   2027-02-11
            upkeep  mia                      balance 7   expired 110
            undo    A-1  juma
            look    mia                      balance 7   expired 10
            order   A-2  juma 84.00
            look    mia                      balance 107
            today   2027-05-15
            upkeep  mia                      warned 7@2027-05-16,100@2027-05-22
            today   2027-05-23
            order   M-3  mia   5.00          balance 5   expired 117
            undo    A-2  juma
            look    mia                      balance 5   expired 17
            """)
    }
}
