import Loyalty

/// A shop of the demo town, with everything that happens to it by plan: its program, its rewards, its customers.
struct TownShop: Sendable {
    let shop: Shop
    let owner: Customer
    /// How far the shop's clock is ahead of UTC in winter, for orders to come in by day.
    let hoursAhead: Int
    let program: @Sendable (Program) -> Program
    /// What is changed about the program, and how many days after the opening.
    let edits: [(day: Int, edit: @Sendable (Program) -> Program)]
    let rewards: [Reward]
    let habits: [Habit]
    let trade: Trade
}

/// How some of a shop's customers buy.
struct Habit: Sendable {
    /// How many of its customers do.
    let customerCount: Int
    /// How often each comes; 0 for once and never again.
    let visitsPerYear: Int
    /// What an order usually comes to, in minor units.
    let basket: Int64
    /// Whether some come later in the year, and some stop coming.
    let isFickle: Bool
}

/// How a shop does its business over the week and the year, in percent of an average day.
struct Trade: Sendable {
    /// From Monday on.
    let weekdays: [Int]
    /// From January on.
    let months: [Int]
    /// What orders begin with: `B` for `B-1001`.
    let prefix: String
    /// What amounts are rounded to, in minor units.
    let step: Int64
    /// Whether orders are sent, and so delivered days later; otherwise they are taken along.
    let ships: Bool
    let goods: [(sku: String, category: String)]

    func percent(on day: Day) -> Int {
        // 1 January 1970 was a Thursday.
        let weekday = (Int(day.number) + 3) % 7
        return weekdays[weekday] * months[day.date.month - 1] / 100
    }
}

extension TierLadder {
    /// The four usual tiers, with the spending that each takes in units of money.
    static func usual(
        _ currency: Currency, silver: Int64, gold: Int64, platinum: Int64, benefits: [[String]]
    ) -> TierLadder {
        let steps: [(name: String, units: Int64, tenThousandths: Int64)] = [
            ("Bronze", 0, 10_000), ("Silver", silver, 12_500), ("Gold", gold, 15_000), ("Platinum", platinum, 20_000),
        ]
        return TierLadder(
            zip(steps, benefits).map { step, benefits in
                let threshold = Money(minorUnits: step.units * currency.minorUnitsPerUnit, currency)
                let multiplier = Rate(tenThousandths: step.tenThousandths)
                return Tier(name: step.name, threshold: threshold, multiplier: multiplier, benefits: benefits)
            })
    }
}

extension Reward {
    /// A reward that is still to be made; it gets its id then.
    static func plan(
        _ name: String, _ description: String, _ benefit: RewardBenefit, for cost: Int64, from tier: String = "",
        _ edit: (inout Reward) -> Void = { _ in }
    ) -> Reward {
        var reward = Reward(
            id: Identifier(trusted: ""), name: name, description: description, benefit: benefit, cost: Points(cost),
            minimumTierKey: tier, limitPerCustomer: nil)
        edit(&reward)
        return reward
    }

    /// The reward under the id it was given.
    func made(as id: Reward.ID) -> Reward {
        Reward(
            id: id, name: name, description: description, benefit: benefit, cost: cost, minimumTierKey: minimumTierKey,
            isActive: isActive, totalAvailable: totalAvailable, limitPerCustomer: limitPerCustomer,
            validFrom: validFrom, validUntil: validUntil, codeValidDays: codeValidDays, onCodeExpiry: onCodeExpiry)
    }
}
