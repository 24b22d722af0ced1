import Testing

@testable import Loyalty

@Suite struct RewardStateTests {
    @Test(
        arguments: [
            (nil, "2026-11-05T00:00:00Z", "2026-11-04T23:59:59.999Z", RewardState.coming),
            (nil, "2026-11-05T00:00:00Z", "2026-11-05T00:00:00Z", .offered),
            ("2026-11-05T00:00:00Z", nil, "2026-11-04T23:59:59.999Z", .offered),
            ("2026-11-05T00:00:00Z", nil, "2026-11-05T00:00:00Z", .ended),
            (nil, nil, "2026-11-05T00:00:00Z", .offered),
        ] as [(String?, String?, String, RewardState)])
    func `its time decides to the moment`(until: String?, from: String?, now: String, state: RewardState) {
        let reward = coffee { reward in
            reward.validFrom = from.map(instant)
            reward.validUntil = until.map(instant)
        }
        #expect(reward.state(at: instant(now)) == state)
    }

    @Test func `the last one that is given out sells it out`() {
        for (available, given, state) in [
            (5, 4, RewardState.offered), (5, 5, .soldOut), (5, 6, .soldOut), (0, 0, .soldOut),
        ] {
            let reward = coffee { reward in
                reward.totalAvailable = Int64(available)
                reward.redeemedCount = Int64(given)
            }
            #expect(reward.state(at: noon(on: openingDay)) == state, "\(given) of \(available)")
        }
    }

    @Test func `what the owner took off is off, and what has no more time is not sold out`() {
        let over = coffee { reward in
            reward.totalAvailable = 0
            reward.validUntil = noon(on: openingDay - 1)
        }
        #expect(over.state(at: noon(on: openingDay)) == .ended)
        let off = coffee { reward in
            reward.isActive = false
            reward.validUntil = noon(on: openingDay - 1)
        }
        #expect(off.state(at: noon(on: openingDay)) == .off)
    }
}
