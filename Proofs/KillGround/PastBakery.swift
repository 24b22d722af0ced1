import Loyalty
import Operations
import Storage
import Synchronization

/// A bakery whose members did today's work for the upkeep weeks ago, through the product's own operations.
///
/// Points of 41 days ago were good for 40 days and were warned of; points of 12 days ago are to be warned of; codes and
/// holds of 3 days ago ran out since. No upkeep was done after the fifth day before today.
struct PastBakery {
    private static let peopleAtOnce = 64
    private static let codeKey = [UInt8](repeating: 7, count: 32)

    private let database: any SQLDatabase
    private let surroundings: Surroundings
    private let clock: PastClock
    private let shop: Shop

    static func open(in database: any SQLDatabase) async throws -> PastBakery {
        try await Migrations.apply(to: database)
        return try PastBakery(database)
    }

    private init(_ database: any SQLDatabase) throws {
        let clock = PastClock(today: Surroundings.systemClock())
        self.clock = clock
        self.database = database
        surroundings = Surroundings(database: database, codeKey: Self.codeKey, now: { clock.now })
        shop = Shop(
            id: Identifier(trusted: "bakery"), name: "Bakery", ownerID: Identifier(trusted: "amina"),
            currency: try Currency("KES"), timeZone: "Africa/Nairobi")
    }

    /// Lets so many members live through those weeks, and closes the database.
    func live(members: Int) async throws {
        clock.set(daysAgo: 41)
        try await open()
        let kept = try await offer("Coffee", onCodeExpiry: .giveBack)
        let lost = try await offer("Tea", onCodeExpiry: .forfeit)
        try await forEach(of: members) { number in try await order("A-\(number)", of: number, 100) }
        clock.set(daysAgo: 12)
        try await forEach(of: members) { number in try await order("B-\(number)", of: number, 50) }
        clock.set(daysAgo: 5)
        _ = try await RunUpkeep(in: surroundings)()
        clock.set(daysAgo: 3)
        try await forEach(of: members) { number in
            _ = try await RedeemReward(in: surroundings)(
                number % 2 == 0 ? kept : lost, by: customer(number), in: shop, actor: "amina")
            _ = try await PlaceHold(in: surroundings)(
                PlaceHold.Request(for: customer(number), .points(Points(10)), seconds: 86_400), in: shop,
                actor: "platform")
        }
        await database.close()
    }

    private func open() async throws {
        _ = try await SaveShop(in: surroundings)(shop, actor: "amina")
        _ = try await SaveProgram(in: surroundings)(in: shop, actor: "amina") { program in
            var program = program
            program.expiry = .daysAfterEarning(40)
            return program
        }
    }

    private func offer(_ name: String, onCodeExpiry: CodeExpiryPolicy) async throws -> Reward.ID {
        let made = try await SaveReward(in: surroundings).make(in: shop, actor: "amina") { id, _ in
            var reward = Reward(
                id: id, name: name, description: "", benefit: .freeShipping, cost: Points(20), minimumTierKey: "",
                limitPerCustomer: nil)
            (reward.codeValidDays, reward.onCodeExpiry) = (2, onCodeExpiry)
            return reward
        }
        return made.id
    }

    private func order(_ id: String, of number: Int, _ units: Int64) async throws {
        func money(_ units: Int64) -> Money { Money(minorUnits: units * 100, shop.currency) }
        let order = Order(
            id: Identifier(trusted: id), customerID: customer(number), status: .delivered, revision: 1,
            total: money(units), shipping: money(0), tax: money(0), placedAt: clock.now, refundedAmount: money(0))
        let record = RecordOrder(in: surroundings)
        let request = record.request(order, from: Customer(id: customer(number), name: "Customer \(number)"))
        _ = try await record(request, in: shop, actor: "platform")
    }

    private func customer(_ number: Int) -> Customer.ID { Identifier(trusted: "c-\(number)") }

    private func forEach(of members: Int, _ act: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<Self.peopleAtOnce {
                group.addTask {
                    for number in stride(from: person, to: members, by: Self.peopleAtOnce) { try await act(number) }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// A clock that stands some days before today.
private final class PastClock: Sendable {
    private let today: Instant
    private let daysAgo = Mutex(0)

    init(today: Instant) { self.today = today }

    var now: Instant { today.adding(days: -daysAgo.withLock { $0 }) }

    func set(daysAgo days: Int) { daysAgo.withLock { $0 = days } }
}
