import Loyalty
import Operations
import Storage
import Synchronization
import TestDatabase
import Testing

/// A small town for tests: two shops and their people on a real database, with a clock that stands until it is moved.
final class Town: Sendable {
    let surroundings: Surroundings
    let clock: TownClock
    private let ground: TestDatabase

    static let bakery = try! Shop(
        id: Identifier("bakery", field: "shop"), name: "Amina's Bakery", ownerID: Identifier("amina", field: "owner"),
        currency: Currency("KES"), timeZone: "Africa/Nairobi")
    static let bookshop = try! Shop(
        id: Identifier("bookshop", field: "shop"), name: "The Bookshop", ownerID: Identifier("ben", field: "owner"),
        currency: Currency("USD"), timeZone: "America/New_York")
    static let mia = Customer(id: Identifier(trusted: "mia"), name: "Mia Odhiambo", email: "mia@example.org")
    static let juma = Customer(id: Identifier(trusted: "juma"), name: "Juma Mwangi")

    /// Opens a town whose shops have the standard program.
    static func open() async throws -> Town {
        let town = try await Town()
        for shop in [bakery, bookshop] {
            _ = try await SaveShop(in: town.surroundings)(shop, actor: "test")
            _ = try await SaveProgram(in: town.surroundings)(in: shop, actor: shop.ownerID.text) { $0 }
        }
        return town
    }

    /// Opens a town without shops.
    static func empty(at now: String = "2026-11-02T12:00:00Z") async throws -> Town {
        let town = try await Town()
        town.clock.set(try #require(Instant(now)))
        return town
    }

    private convenience init() async throws {
        let ground = try await TestDatabase.migrated()
        self.init(on: ground, ground.database, TownClock())
    }

    private init(on ground: TestDatabase, _ database: any SQLDatabase, _ clock: TownClock) {
        self.ground = ground
        self.clock = clock
        surroundings = Town.surroundings(database, clock)
    }

    /// What another server of the town works with: it remembers nothing of what this one does, and where the database
    /// is on a server, has it open by itself.
    func another() throws -> Surroundings { Town.surroundings(try ground.another() ?? ground.database, clock) }

    /// The same town, with a database that notes what it is asked.
    func listenedTo() -> (Town, ListenedDatabase) {
        let database = ListenedDatabase(ground.database)
        return (Town(on: ground, database, clock), database)
    }

    private static func surroundings(_ database: any SQLDatabase, _ clock: TownClock) -> Surroundings {
        Surroundings(database: database, codeKey: [UInt8](repeating: 7, count: 32), now: { clock.now })
    }

    /// Records the whole state of an order of the bakery, in KES, revision after revision.
    @discardableResult
    func order(
        _ id: String, of customer: Customer = mia, _ total: Int64, status: OrderStatus = .delivered,
        revision: Int64 = 1,
        refunded: Int64 = 0, in shop: Shop = bakery
    ) async throws -> RecordOrder.Outcome {
        func money(_ units: Int64) -> Money { Money(minorUnits: units, shop.currency) }
        let order = Order(
            id: Identifier(trusted: id), customerID: customer.id, status: status, revision: revision,
            total: money(total), shipping: money(0), tax: money(0), placedAt: clock.now, refundedAmount: money(refunded)
        )
        let record = RecordOrder(in: surroundings)
        return try await record(record.request(order, from: customer), in: shop, actor: "platform")
    }

    /// Makes a reward of the bakery: a coffee for 50 points, without limits but those given.
    func coffee(stock: Int64? = nil, perCustomer: Int64? = nil) async throws -> Reward {
        try await SaveReward(in: surroundings).make(in: Self.bakery, actor: "amina") { id, days in
            Reward(
                id: id, name: "Coffee", description: "", benefit: .freeProduct("Coffee"), cost: Points(50),
                minimumTierKey: "", totalAvailable: stock, limitPerCustomer: perCustomer,
                codeValidDays: days)
        }
    }

    func member(_ customer: Customer = mia, in shop: Shop = bakery) async throws -> MemberView {
        try await ViewMembers(in: surroundings)(customer.id, in: shop)
    }
}

/// Noon of 2 November 2026 in UTC, until it is moved.
final class TownClock: Sendable {
    private let instant = Mutex(Instant("2026-11-02T12:00:00Z")!)

    var now: Instant { instant.withLock { $0 } }

    func set(_ now: Instant) { instant.withLock { $0 = now } }

    func advance(seconds: Int64) { instant.withLock { $0 = $0.adding(seconds: seconds) } }

    func advance(days: Int) { instant.withLock { $0 = $0.adding(days: days) } }
}
