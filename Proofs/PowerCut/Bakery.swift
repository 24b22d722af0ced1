import Loyalty
import Operations
import SQLiteEngine
import Storage

/// One shop on a database of its own, opened by the product's engine.
struct Bakery {
    private static let customerCount = 20

    let database: SQLiteDatabase
    let shop: Shop
    private let surroundings: Surroundings

    /// - Parameter isSynced: Whether commits are synced, as they always are in the product.
    static func open(at path: String, isSynced: Bool = true) async throws -> Bakery {
        var options = SQLiteOptions()
        options.isSynced = isSynced
        let database = try SQLiteDatabase.open(path: path, options: options)
        try await Migrations.apply(to: database)
        let bakery = try Bakery(database)
        _ = try await SaveShop(in: bakery.surroundings)(bakery.shop, actor: "amina")
        _ = try await SaveProgram(in: bakery.surroundings)(in: bakery.shop, actor: "amina") { $0 }
        return bakery
    }

    private init(_ database: SQLiteDatabase) throws {
        self.database = database
        surroundings = Surroundings(database: database, codeKey: [UInt8](repeating: 7, count: 32))
        shop = Shop(
            id: Identifier(trusted: "bakery"), name: "Bakery", ownerID: Identifier(trusted: "amina"),
            currency: try Currency("KES"), timeZone: "Africa/Nairobi")
    }

    /// Lets the write-ahead log be copied back after so many pages.
    func checkpoint(every pages: Int) async throws {
        try await database.write { connection in
            _ = try connection.execute(SQLStatement(written: "PRAGMA wal_autocheckpoint = \(pages)"))
        }
    }

    /// Records a delivered order.
    /// - Returns: The points it earned.
    func order(_ number: Int) async throws -> (Order.ID, Points) {
        let (id, customer) = (
            Order.ID(trusted: "A-\(number)"), Customer.ID(trusted: "c-\(number % Self.customerCount)")
        )
        func money(_ units: Int64) -> Money { Money(minorUnits: units, shop.currency) }
        let order = Order(
            id: id, customerID: customer, status: .delivered, revision: 1,
            total: money(Int64(number % 900) * 100 + 100),
            shipping: money(0), tax: money(0), placedAt: surroundings.now(), refundedAmount: money(0))
        let record = RecordOrder(in: surroundings)
        let request = record.request(order, from: Customer(id: customer, name: "Customer \(customer)"))
        let outcome = try await record(request, in: shop, actor: "platform")
        return (id, outcome.decision.held.posted)
    }

    /// Holds the database against what was promised, and against itself.
    func damage(against promised: [Order.ID: Points]) async throws -> Damage {
        var damage = try await database.read { [shop] connection in
            var damage = Damage()
            for (id, points) in promised {
                let held = try OrderStore(connection).held(id, in: shop)
                if held == nil { damage.lost += 1 }
                if let held, held.posted != points { damage.changed += 1 }
            }
            return damage
        }
        _ = try await RunAudit(in: surroundings)(finding: { damage.findings.append($0.description) })
        return damage
    }
}

/// What is not as it was promised.
struct Damage: Sendable {
    var lost = 0
    var changed = 0
    var findings: [String] = []

    var isNone: Bool { lost == 0 && !isCorrupt }
    /// Whether something is there that should not be; what is lost may at least be gone cleanly.
    var isCorrupt: Bool { changed > 0 || !findings.isEmpty }

    mutating func add(_ other: Damage) {
        lost += other.lost
        changed += other.changed
        findings += other.findings
    }
}
