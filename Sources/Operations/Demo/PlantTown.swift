public import Loyalty
import Storage

/// Plants the demo town: three shops with a year of history up to now, told through the operations themselves.
///
/// The same seed and the same moment give the same town, to the last hash.
public struct PlantTown: Sendable {
    private let surroundings: Surroundings
    private let seed: UInt64

    public init(in surroundings: Surroundings, seed: UInt64 = 42) {
        self.surroundings = surroundings
        self.seed = seed
    }

    /// Plants the town in an empty database; one that is there already is left as it is.
    /// - Parameter progress: Told now and then which shop is planted, and which moment of its history has come.
    /// - Throws: ``TownRejection/databaseMustBeEmpty``, or ``StorageFailure``.
    public func callAsFunction(progress: (Shop, Instant) -> Void = { _, _ in }) async throws -> PlantedTown {
        let now = surroundings.now()
        let opening = now.adding(days: -daysTold)
        let towns: [TownShop] = [
            try .bakery(from: opening, until: now), try .bookshop(from: opening, until: now),
            try .bikeShop(from: opening, until: now),
        ]
        guard try await isEmpty() else {
            guard try await isPlanted(towns) else { throw TownRejection.databaseMustBeEmpty }
            return try await planted(towns, codes: [:], isNew: false)
        }
        var dice = Dice(seed: seed)
        let people = TownPeople(count: crowdCount, &dice)
        try await welcome(people)
        var codes: [Shop.ID: [String]] = [:]
        for (place, town) in towns.enumerated() {
            let (buyers, newcomers) = (people.buyers(at: town, place), people.newcomers(at: town, place))
            codes[town.shop.id] = try await plant(town, buyers, newcomers, until: now, dice.fork()) { moment in
                progress(town.shop, moment)
            }
        }
        // The last thing written: who finds a town with staff finds a whole one.
        let story = TownStory(of: towns[0], in: surroundings, from: now, dice)
        try await story.giveKey(named: "Till at the market", scopes: [.orders, .redemptions])
        try await story.hire(TownPeople.brian)
        return try await planted(towns, codes: codes, isNew: true)
    }

    private func plant(
        _ town: TownShop, _ buyers: [Customer], _ newcomers: [Customer], until now: Instant, _ dice: Dice,
        progress: (Instant) -> Void
    ) async throws -> [String] {
        var dice = dice
        let firstDay = try surroundings.zones.zone(named: town.shop.timeZone).day(of: now) - daysTold
        let opening = Instant(milliseconds: 0).adding(days: Int(firstDay.number) - 1)
        var story = TownStory(of: town, in: surroundings, from: opening, dice.fork())
        try await story.open()
        let year = ShopYear(of: town, buyers, newcomers: newcomers, from: firstDay, until: now, dice.fork())
        try await story.tell(year, progress: progress)
        return try await story.leaveCodes(2, for: TownPeople.mia.id, at: now)
    }

    /// Says who everybody is, all at once, and gives logins to some.
    private func welcome(_ people: TownPeople) async throws {
        let hasher = PasswordHasher()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for customer in TownPeople.known + people.crowd {
                group.addTask { _ = try await SaveCustomer(in: surroundings)(customer) }
            }
            for login in TownLogin.all {
                group.addTask {
                    _ = try await SaveAccount(in: surroundings, hasher: hasher)(
                        of: login.customer.id, username: login.username, password: login.password)
                }
            }
            try await group.waitForAll()
        }
    }

    private func isEmpty() async throws -> Bool {
        try await surroundings.database.read { connection in
            try ShopStore(connection).shops(after: nil, limit: 1).isEmpty
        }
    }

    private func isPlanted(_ towns: [TownShop]) async throws -> Bool {
        try await surroundings.database.read { connection in
            let staff = try StaffStore(connection).staff(in: towns[0].shop.id).map(\.customerID)
            return staff.contains(TownPeople.brian.id)
        }
    }

    private func planted(_ towns: [TownShop], codes: [Shop.ID: [String]], isNew: Bool) async throws -> PlantedTown {
        let activeSince = surroundings.now().adding(days: -30)
        let shops = try await surroundings.database.read { connection in
            try towns.map { town in
                PlantedShop(
                    shop: town.shop, report: try ShopReport(of: town.shop.id, activeSince: activeSince, connection),
                    codes: codes[town.shop.id] ?? [])
            }
        }
        return PlantedTown(isNew: isNew, shops: shops, logins: TownLogin.all)
    }
}

private let crowdCount = 215
private let newFacesPerShop = 60

extension TownPeople {
    /// Who buys at a shop: many buy at one only, some at two or three. Mia is everywhere, among those who come often.
    fileprivate func buyers(at town: TownShop, _ place: Int) -> [Customer] {
        let count = town.habits.map(\.customerCount).reduce(0, +)
        let others = (0..<count - 1).map { crowd[(place * newFacesPerShop + $0) % crowd.count] }
        let mostFrequent = town.habits[0].customerCount
        return others.prefix(mostFrequent) + [TownPeople.mia] + others.dropFirst(mostFrequent)
    }

    /// Who has heard of a shop, and does not buy there yet: more where people walk in.
    fileprivate func newcomers(at town: TownShop, _ place: Int) -> [Customer] {
        let count = town.habits.map(\.customerCount).reduce(0, +)
        return (0..<(town.trade.ships ? 3 : 10)).map {
            crowd[(place * newFacesPerShop + count + $0) % crowd.count]
        }
    }
}
