@testable import Loyalty

/// A member with a random history under a random program that was edited now and then.
struct Career {
    let tiers: TierTimeline
    let member: Member
    let history: SpendingHistory
    let first: Day
    let last: Day

    init(rolling dice: inout Dice) {
        let first = day("2024-01-01")
        var history = SpendingHistory()
        for _ in 0..<dice.roll(0...12) {
            history.add(dice.roll(0...250_000), on: first + Int(dice.roll(0...1_300)))
        }
        var joined = LoyaltyTests.member(joined: first + Int(dice.roll(0...500)))
        if dice.roll(0...2) == 0 {
            let day = first + Int(dice.roll(0...1_000))
            let key = dice.pick(standardLadder.tiers).key
            joined.grant = TierGrant(tierKey: key, grantedOn: day, lastDay: day + Int(dice.roll(0...400)))
        }
        let days = (0..<dice.roll(0...4)).map { _ in first + Int(dice.roll(0...1_200)) }.sorted()
        var earlier: [EarlierTiers] = []
        for day in days { earlier.append(EarlierTiers(policy: Career.policy(rolling: &dice), lastDay: day)) }
        tiers = TierTimeline(Career.policy(rolling: &dice), earlier: earlier)
        member = joined
        self.history = history
        self.first = first
        last = day("2028-12-31")
    }

    static func policy(rolling dice: inout Dice) -> TierPolicy {
        var threshold: Int64 = 0
        let tiers = standardLadder.tiers.map { tier in
            defer { threshold += dice.roll(1_000...200_000) }
            return Tier(
                key: tier.key, name: tier.name, threshold: Money(minorUnits: threshold, kes),
                multiplier: tier.multiplier, benefits: [])
        }
        return TierPolicy(
            ladder: TierLadder(tiers), period: dice.pick(TierPeriod.allCases), fall: dice.pick(FallPolicy.allCases),
            graceDays: dice.pick([0, 0, 1, 10, 30, 45, 365]))
    }
}
