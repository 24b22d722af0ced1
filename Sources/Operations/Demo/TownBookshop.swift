import Loyalty

extension TownShop {
    /// A bookshop in New York that sends most of its orders; it doubles its points for a summer.
    static func bookshop(from opening: Instant, until now: Instant) throws -> TownShop {
        let usd = try Currency("USD")
        return TownShop(
            shop: Shop(
                id: Identifier(trusted: "bookshop"), name: "The Dog-Eared Page", ownerID: TownPeople.ruth.id,
                currency: usd, timeZone: "America/New_York"),
            owner: TownPeople.ruth, hoursAhead: -5,
            program: { program in bookshopProgram(program, usd) },
            edits: [
                (120, { $0.setting(\.pointsPerUnit, Rate(tenThousandths: 20_000)) }),
                (180, { $0.setting(\.pointsPerUnit, .one) }),
                (270, { $0.setting(\.rounding, .halfUp) }),
            ],
            rewards: bookshopRewards(usd, from: opening),
            habits: [
                Habit(customerCount: 4, visitsPerYear: 52, basket: 55_00, isFickle: false),
                Habit(customerCount: 10, visitsPerYear: 26, basket: 40_00, isFickle: false),
                Habit(customerCount: 28, visitsPerYear: 24, basket: 25_00, isFickle: true),
                Habit(customerCount: 45, visitsPerYear: 4, basket: 25_00, isFickle: true),
                Habit(customerCount: 30, visitsPerYear: 0, basket: 30_00, isFickle: true),
            ],
            trade: Trade(
                weekdays: [85, 85, 90, 95, 105, 130, 110],
                months: [85, 80, 85, 90, 95, 95, 100, 95, 100, 105, 130, 160],
                prefix: "P", step: 50, ships: true,
                goods: [
                    ("NOVEL", "fiction"), ("POEMS", "fiction"), ("ATLAS", "maps"), ("COOK", "cooking"),
                    ("KIDS", "children"),
                ]))
    }
}

private func bookshopProgram(_ base: Program, _ usd: Currency) -> Program {
    var program = base
    program.name = "Dog-Ears"
    program.description = "A point for every dollar."
    program.tiers.ladder = .usual(
        usd, silver: 100, gold: 350, platinum: 1_000,
        benefits: [
            ["Points on every book"], ["Early word of readings"], ["A seat in the first row"], ["Signed copies first"],
        ])
    return program
}

private func bookshopRewards(_ usd: Currency, from opening: Instant) -> [Reward] {
    [
        .plan("Free shipping", "On any order.", .freeShipping, for: 30),
        .plan("5 dollars off", "On any order.", .discountFixed(Money(minorUnits: 5_00, usd)), for: 60),
        .plan(
            "A tenth off", "On one order.", .discountPercentage(Rate(tenThousandths: 100_000)), for: 100, from: "silver"
        ) {
            reward in reward.limitPerCustomer = 3
        },
        .plan("100 bonus points", "Credited when the code is used.", .bonusPoints(Points(100)), for: 80, from: "gold") {
            reward in reward.limitPerCustomer = 1
        },
        .plan("A reading with wine", "For two.", .freeService("READING"), for: 250, from: "gold") { reward in
            reward.totalAvailable = 8
            reward.onCodeExpiry = .forfeit
        },
        .plan("A tote bag", "They are gone.", .freeProduct("TOTE"), for: 50) { $0.totalAvailable = 0 },
    ]
}
