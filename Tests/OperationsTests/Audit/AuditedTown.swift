import Loyalty
import Operations
import Storage
import TestDatabase

/// What has happened in a town that is audited.
enum TownHistory: Sendable {
    case everyday
    case lapses
    case friends

    func town() async throws -> Town {
        switch self {
        case .everyday: try await Town.withHistory()
        case .lapses: try await Town.withLapses()
        case .friends: try await Town.withFriends()
        }
    }
}

extension Town {
    /// Mia joins the bakery with a bonus, holds some points and spends a part of them, is warned, and lets the rest
    /// lapse; then she buys something again, and sends back a part of what she bought first.
    static func withLapses() async throws -> Town {
        let town = try await Town.open()
        _ = try await SaveProgram(in: town.surroundings)(in: bakery, actor: "amina") { program in
            var program = program
            program.expiry = .daysAfterEarning(40)
            program.bonuses.signup = Points(10)
            return program
        }
        try await town.order("A-1", 100_00)
        _ = try await town.confirm(try await town.hold(30), 20)
        for days in [20, 30] {
            town.clock.advance(days: days)
            _ = try await RunUpkeep(in: town.surroundings)()
        }
        try await town.order("A-2", 50_00)
        try await town.order("A-1", 100_00, revision: 2, refunded: 30_00)
        return town
    }

    /// Juma is invited by Mia and buys something, Wanja is invited by him and waits for her order, with a tier given by
    /// hand; Amina has bought before she claims. Mia writes reviews, and a guest orders.
    static func withFriends() async throws -> Town {
        let town = try await Town.generous()
        let amina = Customer(id: bakery.ownerID, name: "Amina")
        try await town.order("A-1", 10_00)
        try await town.claim()
        try await town.order("B-1", of: juma, 40_00)
        for review in ["R-1", "R-2"] { try await town.report("review", review) }
        try await town.order("A-2", 20_00)
        try await town.claim(by: wanja, from: juma)
        try await town.order("W-1", of: wanja, 40_00, status: .pending)
        try await town.order("M-1", of: amina, 10_00)
        try await town.claim(by: amina)
        try await GrantTier(in: town.surroundings)(
            "silver", through: Day("2026-12-31")!, reason: "A friend", to: wanja.id, in: bakery, actor: "amina")
        try await town.orderAsGuest()
        return town
    }

    private func orderAsGuest() async throws {
        let (total, none) = (Money(minorUnits: 30_00, Self.bakery.currency), Money(minorUnits: 0, Self.bakery.currency))
        let order = Order(
            id: Identifier(trusted: "G-1"), customerID: .guest, status: .delivered, revision: 1, total: total,
            shipping: none, tax: none, placedAt: clock.now, refundedAmount: none)
        let guest = Customer(id: .guest, name: "Otieno", email: "otieno@example.org")
        let request = RecordOrder(in: surroundings).request(order, from: guest)
        _ = try await surroundings.write(in: Self.bakery.id) { [surroundings] transaction in
            try ReceiveOrder(in: surroundings).receive(request, in: Self.bakery, actor: "platform", transaction)
        }
    }

    /// A few days in the bakery and the bookshop: Mia rises, falls and has three codes; a refund leaves Juma in debt,
    /// and his next order covers a part of it.
    static func withHistory(isSealed: Bool = true) async throws -> Town {
        let town = try await Town.open()
        let coffee = try await town.coffee()
        try await town.order("A-1", 300_00)
        try await town.order("A-2", 250_00)
        try await town.order("S-1", 20_00, in: bookshop)
        try await town.sleep(sealing: isSealed)
        let used = try await town.redeem(coffee)
        _ = try await UseCode(in: town.surroundings)(used.code, for: nil, in: bakery, actor: "amina")
        let cancelled = try await town.redeem(coffee)
        _ = try await CancelRedemption(in: town.surroundings)(
            cancelled.redemption.id, of: mia.id, in: bakery, actor: "mia")
        _ = try await town.redeem(coffee)
        _ = try await AdjustPoints(in: town.surroundings)(
            Points(20), reason: "Goodwill", to: mia.id, in: bakery, actor: "amina")
        try await town.order("A-2", 250_00, revision: 2, refunded: 100_00)
        try await town.order("A-3", 80_00, status: .pending)
        try await town.sleep(sealing: isSealed)
        try await town.order("B-1", of: juma, 100_00)
        for _ in 1...2 { _ = try await town.redeem(coffee, by: juma) }
        try await town.order("B-1", of: juma, 100_00, revision: 2, refunded: 100_00)
        try await town.order("B-2", of: juma, 60_00)
        _ = try await SaveProgram(in: town.surroundings)(in: bakery, actor: "amina") { program in
            var program = program
            program.pointsPerUnit = Rate(tenThousandths: 20_000)
            return program
        }
        try await town.order("A-4", 10_00)
        return town
    }

    /// Lets a day go by, and may have the shops seal it.
    private func sleep(sealing isSealed: Bool) async throws {
        clock.advance(days: 1)
        if isSealed { try await SealShops(in: surroundings)() }
    }

    func redeem(_ reward: Reward, by customer: Customer = mia) async throws -> RedeemReward.Issued {
        try await RedeemReward(in: surroundings)(reward.id, by: customer.id, in: Self.bakery, actor: customer.id.text)
    }

    /// Writes past the operations and the triggers, as somebody would who has the file.
    func tamper(_ statements: String...) async throws {
        try await tamper(statements)
    }

    /// A statement as the engine spells it: 32 zero bytes are something else on each.
    static func spelled(_ statement: String) -> String {
        guard TestDatabase.isOnServer else { return statement }
        return statement.replacing("zeroblob(32)", with: "decode(repeat('00', 32), 'hex')")
    }

    func tamper(_ statements: [String]) async throws {
        let past = ["entry", "lot_use", "seal"].flatMap { table in
            guard !TestDatabase.isOnServer else { return ["ALTER TABLE \(table) DISABLE TRIGGER ALL"] }
            return ["DROP TRIGGER IF EXISTS \(table)_refuses_update", "DROP TRIGGER IF EXISTS \(table)_refuses_delete"]
        }
        let statements = statements.map { Town.spelled($0) }
        try await surroundings.database.write { connection in
            for statement in past + statements { try connection.execute(SQLStatement(written: statement)) }
        }
    }
}

extension Surroundings {
    func audit() async throws -> (summary: AuditSummary, findings: [AuditFinding]) {
        var findings: [AuditFinding] = []
        let summary = try await RunAudit(in: self)(finding: { findings.append($0) })
        return (summary, findings)
    }
}
