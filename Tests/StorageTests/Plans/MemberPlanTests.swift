import Loyalty
import SQLiteEngine
import Storage
import TestDatabase
import Testing

/// What is read of one member costs the same, however many others the shop has.
@Suite(.onlyInFiles)
struct MemberPlanTests {
    private static let bakery = Shop.ID(trusted: "bakery")
    private static let mia = Customer.ID(trusted: "mia")
    private static let now = Instant("2026-11-02T12:00:00Z")!

    private let folder: EngineFolder
    private let database: SQLiteDatabase

    init() async throws {
        folder = try EngineFolder()
        database = try SQLiteDatabase.open(path: folder.database)
        try await Migrations.apply(to: database)
    }

    @Test(
        arguments: [
            { _ = try HoldStore($0).live(of: mia, in: bakery) },
            { _ = try RedemptionStore($0).unended(of: mia, in: bakery) },
            { _ = try RedemptionStore($0).ended(of: mia, in: bakery, limit: 20) },
            { _ = try RedemptionStore($0).redemptions(in: bakery, of: mia, at: now, before: nil, limit: 50) },
            { _ = try RedemptionStore($0).counts(of: mia, in: bakery, at: now) },
        ] as [@Sendable (any SQLConnection) throws -> Void])
    func `holds and codes of a member are found by the member`(
        read: @escaping @Sendable (any SQLConnection) throws -> Void
    ) async throws {
        let steps = try await steps(through: ["hold", "redemption"], of: read)
        #expect(!steps.isEmpty)
        for step in steps { #expect(step.contains("(shop_id=? AND customer_id=?")) }
    }

    @Test func `an audit reads the rows of its members, and of no others`() async throws {
        let shop = Shop(
            id: Self.bakery, name: "Bakery", ownerID: Identifier(trusted: "amina"), currency: try Currency("KES"),
            timeZone: "Africa/Nairobi")
        let tables = ["entry", "lot", "lot_use", "order_state", "spending_day", "tier_change", "redemption", "hold"]
        let steps = try await steps(through: tables + ["bonus", "expiry_warning"]) { connection in
            let audit = AuditStore(connection)
            _ = try audit.page(of: audit.range(after: nil, in: shop.id), in: shop)
        }
        #expect(steps.count == 10)
        for step in steps { #expect(step.contains("(shop_id=? AND customer_id>? AND customer_id<?)")) }
    }

    @Test func `who has a birthday is found by the day, and then looked up among the members`() async throws {
        let read: @Sendable (any SQLConnection) throws -> Void = { connection in
            let days = ["1990-11-03", "1991-11-03"].compactMap { Day($0) }
            _ = try BirthdayStore(connection).members(
                bornOn: days, without: Identifier(trusted: "2026"), in: Self.bakery)
        }
        #expect(try await steps(through: ["customer"], of: read).map { $0.contains("(birthday_on=?") } == [true])
        #expect(try await steps(through: ["member"], of: read).map { $0.contains("AND customer_id=?)") } == [true])
    }

    private func steps(
        through tables: [String], of read: @escaping @Sendable (any SQLConnection) throws -> Void
    ) async throws -> [String] {
        try await database.read { connection in
            let explained = ExplainedConnection(connection)
            try read(explained)
            return tables.flatMap { explained.steps(through: $0) }
        }
    }
}
