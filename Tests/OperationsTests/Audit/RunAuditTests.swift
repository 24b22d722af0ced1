import Loyalty
import Operations
import Storage
import Testing

struct RunAuditTests {
    @Test func `a town that only the operations wrote is in order`() async throws {
        let town = try await Town.withHistory()
        let (summary, findings) = try await town.surroundings.audit()
        #expect(findings == [])
        #expect(summary.shops == 2)
        #expect(summary.members == 3)
        #expect(summary.entries == 15)
        #expect(summary.orders == 7)
        #expect(summary.findings == 0)
    }

    @Test func `points that lapse, holds and bonuses are in order too`() async throws {
        let town = try await Town.withLapses()
        let (summary, findings) = try await town.surroundings.audit()
        #expect(findings == [])
        #expect(summary.entries == 7)
    }

    @Test func `referrals, tiers given by hand and orders of guests are in order too`() async throws {
        let town = try await Town.withFriends()
        let (summary, findings) = try await town.surroundings.audit()
        #expect(findings == [])
        #expect(summary.members == 4)
        #expect(summary.entries == 8)
    }

    @Test(arguments: Tampering.all)
    func `whatever is written past the operations is found and named`(tampering: Tampering) async throws {
        let town = try await tampering.history.town()
        let ids = try await town.idsByPlainName()
        try await town.tamper(tampering.statements)
        let (summary, findings) = try await town.surroundings.audit()
        let lines = findings.filter { $0.rule == tampering.rule }.map { finding in
            ids.reduce(finding.description) { $0.replacing($1.key, with: $1.value) }
        }
        #expect(
            lines.contains { $0.hasPrefix(tampering.line) }, "\(lines) \(findings.map { "\($0.rule.rawValue) \($0)" })")
        #expect(summary.findings == findings.count)
    }

    @Test func `every rule is broken by some tampering`() {
        #expect(Set(Tampering.all.map(\.rule)) == Set(AuditRule.allCases))
    }

    @Test func `one shop is audited alone, whatever the others hold`() async throws {
        let town = try await Town.withHistory()
        try await town.tamper("UPDATE member SET balance_points = 1 WHERE shop_id = 'bookshop'")
        let bakery = try await RunAudit(in: town.surroundings)(shop: Town.bakery.id, finding: { Issue.record("\($0)") })
        #expect((bakery.shops, bakery.members, bakery.entries, bakery.findings) == (1, 2, 14, 0))
        var found: [AuditRule] = []
        _ = try await RunAudit(in: town.surroundings)(shop: Town.bookshop.id, finding: { found.append($0.rule) })
        #expect(Set(found) == [.balanceMustMatchEntries, .lotsMustCoverBalance, .reportsMustReconcile])
    }

    @Test func `a shop that is not there is told`() async throws {
        var found: [String] = []
        let town = try await Town.open()
        _ = try await RunAudit(in: town.surroundings)(shop: Shop.ID(trusted: "nowhere")) { found.append("\($0)") }
        #expect(found == ["shop nowhere: is missing"])
    }

    @Test func `an entry that was changed together with its hash breaks the link to the one after it`() async throws {
        let town = try await Town.withHistory()
        try await town.forge(entry: 2)
        let (_, findings) = try await town.surroundings.audit()
        #expect(findings.map(\.description) == ["shop bakery, member mia, entry 3: hash does not fit its content"])
    }

    @Test func `the books are in order at every moment while orders come in`() async throws {
        let town = try await Town.withHistory()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...60 {
                group.addTask { try await town.order("C-\(number)", of: number % 2 == 0 ? Town.mia : Town.juma, 12_34) }
            }
            for _ in 1...20 { #expect(try await town.surroundings.audit().findings == []) }
            try await group.waitForAll()
        }
        #expect(try await town.surroundings.audit().summary.orders == 67)
    }

    @Test func `members beyond the first page are audited, and so are rows of nobody`() async throws {
        let town = try await Town.open()
        try await town.crowd(2_100)
        let (clean, none) = try await town.surroundings.audit()
        #expect(none == [])
        #expect(clean.members == 2_100)
        try await town.tamper(
            "UPDATE lot SET points = 2 WHERE customer_id = 'c-2099'",
            "INSERT INTO spending_day (shop_id, customer_id, spent_on, amount) VALUES ('bakery', 'nobody', 20000, 5)")
        let findings = try await town.surroundings.audit().findings.filter { $0.rule != .lotMustAddUp }
        #expect(
            findings.map(\.description) == [
                "shop bakery, member c-2099, lot 1: points is 2, not 1",
                "shop bakery, member nobody: is missing, but other rows name it",
            ])
    }
}

extension Town {
    /// Ids that are made by chance, and the plain ones that stand for them in tests: `R-3` is what entry 3 paid for,
    /// `F-juma` the referral by which he was invited.
    fileprivate func idsByPlainName() async throws -> [String: String] {
        try await surroundings.database.read { connection in
            let redemptions = try connection.all(
                """
                SELECT reference, sequence FROM entry
                WHERE customer_id = 'mia' AND kind = 'redeemed_product' ORDER BY sequence
                """
            ) { row in (try row.text(), "R-\(try row.integer())") }
            let rewards = try connection.all("SELECT DISTINCT reward_id FROM redemption") { row in
                (try row.text(), "R-coffee")
            }
            let referrals = try connection.all("SELECT referral_id, referee_id FROM referral") { row in
                (try row.text(), "F-\(try row.text())")
            }
            return Dictionary(redemptions + rewards + referrals, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Changes the description of one of Mia's entries, with a hash that fits.
    fileprivate func forge(entry sequence: Int64) async throws {
        let rows = try await surroundings.database.read { connection in
            try EntryReport(connection).entries(of: Town.mia.id, in: Town.bakery.id, below: sequence + 1, limit: 2)
        }
        let entry = rows[0].entry
        let forged = Entry(
            shopID: entry.shopID, customerID: entry.customerID, sequence: sequence, kind: entry.kind,
            points: entry.points, balanceAfter: entry.balanceAfter, reference: entry.reference,
            description: "A gift", actor: entry.actor, occurredAt: entry.occurredAt, recordedAt: entry.recordedAt,
            programVersion: entry.programVersion)
        let hash = EntryHash.next(after: rows[1].hash, for: forged)
        try await tamper()
        _ = try await surroundings.database.write { connection in
            try connection.execute(
                """
                UPDATE entry SET description = 'A gift', hash = \(hash)
                WHERE shop_id = 'bakery' AND customer_id = 'mia' AND sequence = \(sequence)
                """)
        }
    }

    /// Lets so many new members buy something at the bakery.
    fileprivate func crowd(_ count: Int) async throws {
        let record = RecordOrder(in: surroundings)
        let one = Money(minorUnits: 100, Self.bakery.currency)
        let none = Money(minorUnits: 0, Self.bakery.currency)
        let requests = (0..<count).map { number in
            let customer = Customer(id: Identifier(trusted: "c-\(number)"), name: "")
            return record.request(
                Order(
                    id: Identifier(trusted: "O-\(number)"), customerID: customer.id, status: .delivered, total: one,
                    shipping: none, tax: none, refundedAmount: none), from: customer)
        }
        try await surroundings.write(in: Self.bakery.id) { transaction in
            for request in requests { _ = try record.record(request, in: Self.bakery, actor: "platform", transaction) }
        }
    }
}
