import Testing

@testable import Loyalty

@Suite struct HeldExpiryTests {
    @Test func `held points lapse once their holds have ended`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00          earns 84
            today   2027-02-04
            reserve mia  30                  available 54
            today   2027-02-11
            upkeep  mia                      expired 54  balance 30  available 0  lots 30@2027-02-10  due 2027-02-11
            upkeep  mia                      expired 54  balance 30
            reserve mia  -30                 balance 30
            today   2027-02-13
            upkeep  mia                      expired 84  balance 0   due never
            """)
    }

    @Test func `the points that are kept for a hold are those that would be used first`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  20.00
            today   2026-11-03
            order   A-2  mia  20.00
            today   2026-11-04
            program expiry never
            order   A-3  mia  20.00          lots 20@2027-02-10,20@2027-02-11,20@never
            today   2027-02-08
            reserve mia  30
            today   2027-02-20
            upkeep  mia                      lots 20@2027-02-10,10@2027-02-11,20@never   expired 10
            """)
    }

    @Test func `a debt leaves nothing to lapse`() throws {
        try play(
            """
            program expiry 100
            order   A-1  mia  84.00
            order   A-2  mia  16.00
            adjust  mia  -100                balance 0
            undo    A-1  mia                 balance -84
            today   2027-02-08
            order   A-3  mia  20.00          balance -64  lots none
            today   2027-07-01
            upkeep  mia                      balance -64  expired 0
            """)
    }

    @Test func `points that come back after the last day of their lot lapse at once`() throws {
        try play(
            """
            program expiry 100
            reward  coffee 60
            order   A-1  mia  40.00
            program expiry 10
            order   A-2  mia  50.00          lots 40@2027-02-10,50@2026-11-12
            redeem  coffee mia               lots 30@2027-02-10
            today   2026-11-13
            cancel  coffee mia               balance 40  expired 50  lots 40@2027-02-10  due 2027-01-11
            """)
    }

    @Test func `what comes back covers a debt first, and only the rest of it lapses`() throws {
        try play(
            """
            program expiry 10
            reward  coffee 60
            order   A-1  mia  60.00
            redeem  coffee mia               balance 0
            order   A-2  mia  20.00
            adjust  mia  -20                 balance 0
            undo    A-2  mia                 balance -20
            today   2026-11-13
            cancel  coffee mia               balance 0  expired 40  lots none
            """)
    }
}
