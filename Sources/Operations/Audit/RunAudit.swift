public import Loyalty
import Storage

/// Proves every figure that is kept: makes hashes, balances, lots, orders, tiers, roll-ups and seals again from rows.
///
/// It may run beside a server: members are read page by page, and each page, as well as what a shop has summed up, is
/// true to one committed state. It changes nothing, and needs memory for a few pages only.
public struct RunAudit: Sendable {
    /// How many pages are read and checked at once.
    private static let pagesMax = 3

    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameters:
    ///   - only: The one shop to be audited; all of them without it.
    ///   - progress: Told what was checked so far, after every page.
    ///   - finding: Told what does not fit, shop by shop and member by member: of each rule the first row that breaks
    ///     it.
    /// - Returns: What was checked; the books are in order if it has no findings.
    /// - Throws: ``StorageFailure`` where the database cannot be read.
    public func callAsFunction(
        shop only: Shop.ID? = nil, progress: (AuditSummary) -> Void = { _ in }, finding: (AuditFinding) -> Void
    ) async throws -> AuditSummary {
        var summary = AuditSummary()
        summary.entriesExpected = try await surroundings.database.read { connection in
            try AuditStore(connection).entryCount(in: only)
        }
        var next = if let only { only } else { try await nextShop(after: nil) }
        while let id = next {
            try await audit(id) { part, findings in
                summary.add(part, findings)
                findings.forEach(finding)
                progress(summary)
            }
            summary.shops += 1
            next = only == nil ? try await nextShop(after: id) : nil
        }
        return summary
    }

    private func nextShop(after last: Shop.ID?) async throws -> Shop.ID? {
        try await surroundings.database.read { connection in try AuditStore(connection).nextShop(after: last) }
    }

    private func audit(_ id: Shop.ID, _ tell: (AuditSummary, [AuditFinding]) -> Void) async throws {
        var findings = AuditFindings(in: id)
        do {
            guard let shop = try await shop(id) else {
                findings.add(.shopMustExist, "", "is missing")
                return tell(AuditSummary(), findings.all)
            }
            let today = try surroundings.zones.zone(named: shop.timeZone).day(of: surroundings.now())
            try await audit(shop, on: today, tell)
        } catch let rejection as any Rejection {
            // Its currency or its time zone is none.
            findings.add(.rowMustBeReadable, "", rejection.sentence)
            tell(AuditSummary(), findings.all)
        }
    }

    private func audit(_ shop: Shop, on today: Day, _ tell: (AuditSummary, [AuditFinding]) -> Void) async throws {
        let seals = try await surroundings.database.read { connection in
            try SealStore(connection).audited(in: shop.id)
        }
        tell(AuditSummary(), seals.findings.all)
        let guests = try await surroundings.database.read { connection in
            try AuditStore(connection).guestOrders(in: shop)
        }
        tell(AuditSummary(), guests.all)
        async let tallies = surroundings.database.read { connection in try AuditTallies(of: shop, connection) }
        var digest = SealDigest()
        try await audit(shop, on: today, sealedBefore: seals.newest?.coversBefore) { page in
            for member in page.sealed { digest.add(member) }
            tell(page.summary, page.findings)
        }
        tell(AuditSummary(), seals.compare(with: digest.contents).all)
        tell(AuditSummary(), auditShop(shop.id, try await tallies).all)
    }

    /// Hands over the pages of a shop in their order, while the next ones are read and checked.
    private func audit(
        _ shop: Shop, on today: Day, sealedBefore: Instant?, _ take: (CheckedPage) -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: (number: Int, page: CheckedPage).self) { checking in
            var waiting: [Int: CheckedPage] = [:]
            var (begun, taken) = (0, 0)
            var next: AuditRange? = try await range(after: nil, in: shop)
            while next != nil || taken < begun {
                if let range = next, begun - taken < Self.pagesMax {
                    checking.addTask { [begun] in
                        (
                            begun,
                            CheckedPage(
                                try await page(of: range, in: shop), of: shop, on: today, sealedBefore: sealedBefore)
                        )
                    }
                    begun += 1
                    next = range.last == nil ? nil : try await self.range(after: range.last, in: shop)
                    continue
                }
                if let checked = try await checking.next() { waiting[checked.number] = checked.page }
                while let page = waiting.removeValue(forKey: taken) {
                    take(page)
                    taken += 1
                }
            }
        }
    }

    private func range(after last: Customer.ID?, in shop: Shop) async throws -> AuditRange {
        try await surroundings.database.read { connection in try AuditStore(connection).range(after: last, in: shop.id)
        }
    }

    private func page(of range: AuditRange, in shop: Shop) async throws -> AuditPage {
        try await surroundings.database.read { connection in try AuditStore(connection).page(of: range, in: shop) }
    }

    private func shop(_ id: Shop.ID) async throws -> Shop? {
        try await surroundings.database.read { connection in try ShopStore(connection).shop(id) }
    }
}
