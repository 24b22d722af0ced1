import Loyalty

extension TownShop {
    /// A bakery in Nairobi: small orders, taken along, and many of them.
    static func bakery(from opening: Instant, until now: Instant) throws -> TownShop {
        let kes = try Currency("KES")
        return TownShop(
            shop: Shop(
                id: Identifier(trusted: "bakery"), name: "Mandazi Bakery", ownerID: TownPeople.amina.id, currency: kes,
                timeZone: "Africa/Nairobi", accent: Colour(red: 168, green: 67, blue: 26)),
            owner: TownPeople.amina, hoursAhead: 3,
            program: { program in bakeryProgram(program, kes) },
            edits: [
                (90, { $0.settingMinimumSpend(150_00, kes) }),
                (
                    210,
                    {
                        $0.setting(\.description, "Now with points for your birthday.").setting(
                            \.bonuses, bakeryBonuses)
                    }
                ),
            ],
            rewards: bakeryRewards(kes, from: opening, until: now),
            habits: [
                Habit(customerCount: 4, visitsPerYear: 156, basket: 1_100_00, isFickle: false),
                Habit(customerCount: 8, visitsPerYear: 78, basket: 800_00, isFickle: false),
                Habit(customerCount: 30, visitsPerYear: 26, basket: 600_00, isFickle: true),
                Habit(customerCount: 60, visitsPerYear: 6, basket: 500_00, isFickle: true),
                Habit(customerCount: 38, visitsPerYear: 0, basket: 400_00, isFickle: true),
            ],
            trade: Trade(
                weekdays: [70, 75, 85, 95, 120, 150, 105],
                months: [95, 90, 95, 110, 95, 90, 100, 100, 95, 100, 105, 125],
                prefix: "B", step: 10_00, ships: false, goods: []))
    }
}

private func bakeryProgram(_ base: Program, _ kes: Currency) -> Program {
    var program = base
    program.name = "Mandazi Club"
    program.description = "A point for every ten shillings."
    program.pointsPerUnit = Rate(tenThousandths: 1_000)
    program.minimumSpend = Money(minorUnits: 100_00, kes)
    program.tiers.ladder = .usual(
        kes, silver: 5_000, gold: 20_000, platinum: 50_000,
        benefits: [
            ["Points on every order"], ["A mandazi on the house on Mondays"], ["Bread is kept for you until six"],
            ["Bread is kept for you until closing", "A cake on your birthday"],
        ])
    return program
}

/// What the bakery gives from the middle of the year on.
private let bakeryBonuses: BonusTerms = {
    var bonuses = BonusTerms()
    bonuses.signup = Points(25)
    bonuses.birthday = Points(50)
    bonuses.review = BonusRule(points: Points(10), limit: 1, period: .week)
    return bonuses
}()

private func bakeryRewards(_ kes: Currency, from opening: Instant, until now: Instant) -> [Reward] {
    [
        .plan("A cup of coffee", "Or tea, as you like it.", .freeProduct("COFFEE"), for: 120),
        .plan("Six mandazi", "Fresh in the morning.", .freeProduct("MANDAZI-6"), for: 200),
        .plan("200 shillings off", "On any order.", .discountFixed(Money(minorUnits: 200_00, kes)), for: 250),
        .plan("A birthday cake", "Tell us two days before.", .freeProduct("CAKE-9"), for: 1_500, from: "gold") {
            reward in
            reward.totalAvailable = 40
            reward.limitPerCustomer = 2
        },
        .plan("A baking class", "A Saturday with Amina.", .freeService("CLASS"), for: 3_000, from: "platinum") {
            reward in
            reward.totalAvailable = 12
            reward.limitPerCustomer = 1
        },
        .plan("Easter bread", "For the holidays.", .freeProduct("EASTER"), for: 300) { reward in
            reward.validFrom = opening.adding(days: 60)
            reward.validUntil = opening.adding(days: 75)
        },
        .plan("A box for the feast", "Soon.", .freeProduct("BOX"), for: 400) { reward in
            reward.validFrom = now.adding(days: 14)
        },
        .plan("Delivery by bicycle", "While Juma was with us.", .freeShipping, for: 80) { $0.isActive = false },
    ]
}

extension Program {
    /// The same with one setting changed.
    func setting<Value>(_ setting: WritableKeyPath<Program, Value>, _ value: Value) -> Program {
        var program = self
        program[keyPath: setting] = value
        return program
    }

    func settingMinimumSpend(_ minorUnits: Int64, _ currency: Currency) -> Program {
        setting(\.minimumSpend, Money(minorUnits: minorUnits, currency))
    }
}
