import Testing

@Suite struct DebtStoryTests {
    @Test func `what a refund cannot take becomes debt, which later earnings cover`() throws {
        try play(
            """
            reward  cake 80
            order   A-1  mia  100.00         earns 100  balance 100
            redeem  cake mia                 takes 80   balance 20
            refund  A-1  mia  50.00          takes 50   balance -30   available 0    lots none
            redeem  cake mia                 rejected   balance_must_cover_cost
            order   A-2  mia  20.00          earns 20   balance -10   available 0    lots none
            order   A-3  mia  95.00          earns 95   balance 85    available 85   lots 85@never
            redeem  cake mia                 takes 80   balance 5
            """)
    }

    @Test func `earnings that cover a debt exactly leave nothing`() throws {
        try play(
            """
            reward  cake 80
            order   A-1  mia  80.00          earns 80
            redeem  cake mia                 takes 80   balance 0
            undo    A-1  mia                 takes 80   balance -80   shortfall 0
            order   A-2  mia  80.00          earns 80   balance 0     lots none
            order   A-3  mia  1.00           earns 1    balance 1     lots 1@never
            """)
    }

    @Test func `the refund of an order that covered a debt brings the debt back`() throws {
        try play(
            """
            reward  cake 80
            order   A-1  mia  80.00          earns 80
            redeem  cake mia                 takes 80   balance 0
            undo    A-1  mia                 takes 80   balance -80
            order   A-2  mia  60.00          earns 60   balance -20
            undo    A-2  mia                 takes 60   balance -80   lots none
            order   A-3  mia  100.00         earns 100  balance 20    lots 20@never
            undo    A-3  mia                 takes 100  balance -80   lots none
            """)
    }

    @Test func `an adjustment and a cancelled redemption cover a debt too`() throws {
        try play(
            """
            reward  cake 80
            order   A-1  mia  100.00         earns 100
            redeem  cake mia                 takes 80   balance 20
            refund  A-1  mia  60.00          takes 60   balance -40
            adjust  mia  -1                  rejected   balance_must_cover_adjustment
            adjust  mia  15                  balance -25  lots none
            cancel  cake mia                 returns 80  balance 55   lots 55@never
            """)
    }

    @Test func `within balance, a refund stops at zero and the shortfall is recorded`() throws {
        try play(
            """
            program refunds within_balance
            reward  cake 80
            order   A-1  mia  100.00         earns 100
            redeem  cake mia                 takes 80   balance 20
            refund  A-1  mia  100.00         takes 20   balance 0     shortfall 80
            repeat  A-1  mia                 takes 0    balance 0     shortfall 80
            order   A-2  mia  50.00          earns 50   balance 50
            """)
    }

    @Test func `a later correction upwards is set off against the shortfall first`() throws {
        try play(
            """
            program refunds within_balance
            reward  cake 80
            order   A-1  mia  100.00         earns 100
            redeem  cake mia                 takes 80   balance 20
            refund  A-1  mia  100.00         takes 20   balance 0     shortfall 80
            correct A-1  mia  60.00          earns 0    balance 0     shortfall 20
            correct A-1  mia  100.00         earns 20   balance 20    shortfall 0
            refund  A-1  mia  30.00          takes 20   balance 0     shortfall 10
            undo    A-1  mia                 takes 0    balance 0     shortfall 80
            """)
    }

    @Test func `going up and down again makes no points appear`() throws {
        let rounds = (1...5).map { _ in
            """
            refund  A-1  mia  100.00         balance 0
            correct A-1  mia  100.00         balance 20

            """
        }
        try play(
            """
            program refunds within_balance
            reward  cake 80
            order   A-1  mia  100.00         earns 100
            redeem  cake mia                 takes 80   balance 20

            """ + rounds.joined())
    }

    @Test func `each order keeps the policy it was awarded under`() throws {
        try play(
            """
            reward  cake 80
            order   A-1  mia  80.00          earns 80
            redeem  cake mia                 takes 80   balance 0
            program refunds within_balance
            order   A-2  mia  10.00          earns 10   balance 10
            undo    A-1  mia                 takes 80   balance -70   shortfall 0
            undo    A-2  mia                 takes 0    balance -70   shortfall 10
            """)
    }
}
