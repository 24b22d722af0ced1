import Testing

@Suite struct RefundStoryTests {
    @Test func `a refund takes back what the part of the order earned`() throws {
        try play(
            """
            program rate 2
            reward  coffee 100
            order   A-1  mia  42.00          earns 84   balance 84
            refund  A-1  mia  12.00          takes 24   balance 60
            redeem  coffee mia               rejected   balance_must_cover_cost
            """)
    }

    @Test func `refunds in any split take exactly what was earned`() throws {
        try play(
            """
            program rate 1.1
            order   A-1  mia  33.33          earns 36   balance 36
            refund  A-1  mia  11.11          takes 12   balance 24
            refund  A-1  mia  11.11          takes 12   balance 12
            refund  A-1  mia  0.01           takes 0    balance 12
            refund  A-1  mia  11.10          takes 12   balance 0   orders 0  lots none
            correct A-1  mia  33.33          earns 36   balance 36  orders 1
            undo    A-1  mia                 takes 36   balance 0   orders 0
            """)
    }

    @Test func `the same state again changes nothing`() throws {
        try play(
            """
            order   A-1  mia  42.00          earns 42   balance 42
            repeat  A-1  mia                 earns 0    balance 42   orders 1
            refund  A-1  mia  12.00          takes 12   balance 30
            repeat  A-1  mia                 takes 0    balance 30
            undo    A-1  mia                 takes 30   balance 0
            repeat  A-1  mia                 takes 0    balance 0    orders 0
            """)
    }

    @Test func `a refund below the minimum spend takes all, and a correction gives it again`() throws {
        try play(
            """
            program minimum 40.00
            order   A-1  mia  42.00          earns 42   balance 42
            refund  A-1  mia  2.00           takes 2    balance 40
            refund  A-1  mia  0.01           takes 40   balance 0    orders 1
            correct A-1  mia  40.00          earns 40   balance 40
            """)
    }

    @Test func `a refund takes from the order's own lot first, then from others in consumption order`() throws {
        try play(
            """
            reward  tea 30
            order   A-1  mia  40.00          earns 40
            program expiry 20
            order   A-2  mia  40.00          earns 40
            program expiry 10
            order   A-3  mia  40.00          earns 40   lots 40@never,40@2026-11-22,40@2026-11-12
            refund  A-1  mia  10.00          takes 10   lots 30@never,40@2026-11-22,40@2026-11-12
            redeem  tea mia                  takes 30   lots 30@never,40@2026-11-22,10@2026-11-12
            refund  A-2  mia  5.00           takes 5    lots 30@never,35@2026-11-22,10@2026-11-12
            redeem  tea mia                  takes 30   lots 30@never,15@2026-11-22
            refund  A-3  mia  35.00          takes 35   lots 10@never
            """)
    }

    @Test func `points wait for the pending days, and a refund takes them from there`() throws {
        try play(
            """
            program pending 3
            reward  coffee 60
            order   A-1  mia  100.00         earns 100  balance 100  available 0
            redeem  coffee mia               rejected   balance_must_cover_cost
            refund  A-1  mia  30.00          takes 30   balance 70   available 0
            today   2026-11-04
            redeem  coffee mia               rejected   balance_must_cover_cost
            today   2026-11-05
            look    mia                      balance 70  available 70
            redeem  coffee mia               takes 60   balance 10
            """)
    }

    @Test func `a redemption takes what is available, never what is pending`() throws {
        try play(
            """
            reward  coffee 60
            order   A-1  mia  70.00          earns 70   lots 70@never
            program pending 3
            program expiry 10
            order   A-2  mia  70.00          earns 70   balance 140  available 70  lots 70@never,70@2026-11-12
            redeem  coffee mia               takes 60   balance 80   available 10  lots 10@never,70@2026-11-12
            redeem  coffee mia               rejected   balance_must_cover_cost
            refund  A-1  mia  30.00          takes 30   balance 50   available 0   lots 50@2026-11-12
            """)
    }

    @Test func `redeeming never costs a tier, and a refund may`() throws {
        try play(
            """
            reward  party 600
            order   A-1  mia  600.00         earns 600  tier silver
            redeem  party mia                takes 600  balance 0     tier silver
            adjust  mia  100                 balance 100  tier silver
            adjust  mia  -100                balance 0    tier silver
            refund  A-1  mia  100.00         takes 100  balance -100  tier silver
            refund  A-1  mia  0.01           takes 1    balance -101  tier bronze
            """)
    }

    @Test func `customers do not share anything`() throws {
        try play(
            """
            reward  coffee 60
            order   A-1  mia   100.00        earns 100  balance 100
            order   A-2  juma  50.00         earns 50   balance 50
            redeem  coffee juma              rejected   balance_must_cover_cost
            redeem  coffee mia               takes 60   balance 40
            undo    A-2  juma                takes 50   balance 0
            look    mia                      balance 40
            """)
    }

    @Test func `a shop in dollars keeps the same rules`() throws {
        try play(
            """
            order   A-1  mia  19.99          earns 19   balance 19
            refund  A-1  mia  0.99           takes 0    balance 19
            refund  A-1  mia  0.01           takes 1    balance 18
            """, at: bookshop)
    }
}
