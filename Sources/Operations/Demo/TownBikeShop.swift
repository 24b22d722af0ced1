import Loyalty

extension TownShop {
    /// A bicycle shop in Berlin: few orders, some of them large, most of them from spring to autumn.
    static func bikeShop(from opening: Instant, until now: Instant) throws -> TownShop {
        let eur = try Currency("EUR")
        return TownShop(
            shop: Shop(
                id: Identifier(trusted: "bikes"), name: "Radhaus Kreuzberg", ownerID: TownPeople.jonas.id,
                currency: eur, timeZone: "Europe/Berlin"),
            owner: TownPeople.jonas, hoursAhead: 1,
            program: { program in bikeProgram(program, eur) },
            edits: [
                (150, { $0.setting(\.pendingDays, 7) }),
                (240, { $0.setting(\.tiers.graceDays, 30) }),
            ],
            rewards: bikeRewards(eur, until: now),
            habits: [
                Habit(customerCount: 3, visitsPerYear: 52, basket: 110_00, isFickle: false),
                Habit(customerCount: 8, visitsPerYear: 26, basket: 75_00, isFickle: false),
                Habit(customerCount: 20, visitsPerYear: 12, basket: 60_00, isFickle: true),
                Habit(customerCount: 40, visitsPerYear: 3, basket: 45_00, isFickle: true),
                Habit(customerCount: 25, visitsPerYear: 0, basket: 50_00, isFickle: true),
            ],
            trade: Trade(
                weekdays: [110, 95, 90, 95, 115, 165, 30],
                months: [55, 65, 110, 140, 150, 140, 125, 120, 100, 80, 60, 75],
                prefix: "R", step: 5_00, ships: true,
                goods: [("TUBE", "parts"), ("CHAIN", "parts"), ("LIGHT", "accessories"), ("HELMET", "accessories")]))
    }
}

private func bikeProgram(_ base: Program, _ eur: Currency) -> Program {
    var program = base
    program.name = "Rückenwind"
    program.description = "Ein Punkt für jeden Euro Ware."
    program.earningBasis = .goodsOnly
    program.pendingDays = 14
    program.expiry = .daysAfterEarning(540)
    program.debtPolicy = .withinBalance
    program.tiers = TierPolicy(
        ladder: .usual(
            eur, silver: 250, gold: 1_000, platinum: 3_000,
            benefits: [["Punkte auf jede Ware"], ["Luft und Öl umsonst"], ["Werkstatt am selben Tag"], ["Leihrad"]]),
        period: .rolling12Months, fall: .oneStep)
    return program
}

private func bikeRewards(_ eur: Currency, until now: Instant) -> [Reward] {
    [
        .plan("Eine Klingel", "In sechs Farben.", .freeProduct("BELL"), for: 60),
        .plan("10 Euro Nachlass", "Auf alles.", .discountFixed(Money(minorUnits: 10_00, eur)), for: 120),
        .plan("Inspektion", "Mit Probefahrt.", .freeService("CHECK"), for: 300, from: "silver") { reward in
            reward.limitPerCustomer = 2
        },
        .plan("Ein Helm", "Solange der Vorrat reicht.", .freeProduct("HELMET"), for: 600, from: "gold") { reward in
            reward.totalAvailable = 5
        },
        .plan("Herbstaktion", "Vorbei.", .freeShipping, for: 40) { $0.validUntil = now.adding(days: -30) },
    ]
}
