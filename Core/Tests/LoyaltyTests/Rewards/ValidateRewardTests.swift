import Testing

@testable import Loyalty

@Suite struct ValidateRewardTests {
    @Test func `each rule is named with its field`() {
        refuse(.nameMustNotBeEmpty, "name") { $0.name = "" }
        for cost in [0, -1, Int64.min] { refuse(.costMustBeAtLeastOne, "points_cost") { $0.cost = Points(cost) } }
        refuse(.costMustBeBelowTheLimit, "points_cost") { $0.cost = .limit + Points(1) }
        refuse(.tierMustExist, "minimum_tier_required") { $0.minimumTierKey = "diamond" }
        refuse(.stockMustNotBeNegative, "total_available") { $0.totalAvailable = -1 }
        refuse(.limitMustBeAtLeastOne, "max_redemptions_per_customer") { $0.limitPerCustomer = 0 }
        for days in [0, -1] { refuse(.codeDaysMustBeInRange, "code_valid_days") { $0.codeValidDays = days } }
        refuse(.codeDaysMustBeInRange, "code_valid_days") { $0.codeValidDays = 3_651 }
        for until in [openingDay, openingDay - 1] {
            refuse(.validityMustEndAfterItBegins, "valid_until") { reward in
                reward.validFrom = noon(on: openingDay)
                reward.validUntil = noon(on: until)
            }
        }
    }

    @Test func `each rule of a benefit is named with its field`() {
        for percentage in ["0", "-1", "100.0001"] {
            refuse(.percentageMustBeInRange, "discount_percentage") {
                $0.benefit = .discountPercentage(rate(percentage))
            }
        }
        for amount in ["0", "-0.01"] {
            refuse(.discountMustBeAboveZero, "discount_amount") { $0.benefit = .discountFixed(money(amount)) }
        }
        refuse(.benefitMustBeNamed, "product") { $0.benefit = .freeProduct("") }
        refuse(.benefitMustBeNamed, "service") { $0.benefit = .freeService("") }
        for points in [Points.zero, Points(-1), .limit + Points(1)] {
            refuse(.bonusMustBeInRange, "bonus_points") { $0.benefit = .bonusPoints(points) }
        }
    }

    @Test func `what lies just within the limits can be offered`() throws {
        try accept { $0.cost = Points(1) }
        try accept { $0.cost = .limit }
        try accept { $0.minimumTierKey = "platinum" }
        try accept { $0.totalAvailable = 0 }
        try accept { $0.limitPerCustomer = 1 }
        try accept { $0.codeValidDays = 1 }
        try accept { $0.codeValidDays = 3_650 }
        try accept { $0.validUntil = noon(on: openingDay) }
        for benefit in [
            .discountPercentage(rate("0.0001")), .discountPercentage(rate("100")), .discountFixed(money("0.01")),
            .freeShipping, .freeService("Hair cut"), .bonusPoints(Points(1)), .bonusPoints(.limit),
        ] as [RewardBenefit] {
            try accept { $0.benefit = benefit }
        }
    }

    @Test func `without a program no tier can be required`() throws {
        try validateReward(coffee(), ladder: nil)
        #expect(throws: RewardRejection(.tierMustExist, field: "minimum_tier_required")) {
            try validateReward(coffee { $0.minimumTierKey = "gold" }, ladder: nil)
        }
    }

    @Test func `a reward whose tier is gone can be taken off the shelf, and not put on it`() throws {
        let held = coffee { $0.minimumTierKey = "diamond" }
        let off = coffee { ($0.minimumTierKey, $0.isActive) = ("diamond", false) }
        try validateReward(off, replacing: held, ladder: nil)
        #expect(throws: RewardRejection(.tierMustExist, field: "minimum_tier_required")) {
            try validateReward(held, replacing: off, ladder: standardLadder)
        }
        #expect(throws: RewardRejection(.tierMustExist, field: "minimum_tier_required")) {
            try validateReward(off, replacing: coffee(), ladder: standardLadder)
        }
    }

    @Test func `a reward is, unless said otherwise, active, one per customer, with a code for 30 days`() {
        let plain = Reward(
            id: Identifier(trusted: "coffee"), name: "A cup of coffee", description: "", benefit: .freeShipping,
            cost: Points(60), minimumTierKey: "bronze")
        #expect(plain.isActive)
        #expect(plain.limitPerCustomer == 1)
        #expect(plain.totalAvailable == nil)
        #expect(plain.codeValidDays == 30)
        #expect(plain.onCodeExpiry == .giveBack)
        #expect(CodeExpiryPolicy.allCases.map(\.rawValue) == ["return", "forfeit"])
    }
}

private func refuse(
    _ rule: RewardRejection.Rule, _ field: String, sourceLocation: SourceLocation = #_sourceLocation,
    when edit: (inout Reward) -> Void
) {
    #expect(throws: RewardRejection(rule, field: field), sourceLocation: sourceLocation) {
        try validateReward(coffee(edit), ladder: standardLadder)
    }
}

private func accept(_ edit: (inout Reward) -> Void) throws { try validateReward(coffee(edit), ladder: standardLadder) }
