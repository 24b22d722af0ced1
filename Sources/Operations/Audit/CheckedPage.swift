import Loyalty
import Storage

/// A page of members that was held against the rules.
struct CheckedPage: Sendable {
    private(set) var summary = AuditSummary()
    private(set) var findings: [AuditFinding] = []

    init(_ page: AuditPage, of shop: Shop, on today: Day) {
        let context = AuditContext(shop: shop, versions: page.versions, today: today) { previous, entry in
            EntryHash.next(after: previous ?? EntryHash.none, for: entry)
        }
        for records in page.records {
            findings += auditMember(records, given: context).all
            summary.members += 1
            summary.entries += records.entries.count
            summary.orders += records.orders.count
        }
    }
}

extension AuditSummary {
    mutating func add(_ part: AuditSummary, _ found: [AuditFinding]) {
        members += part.members
        entries += part.entries
        orders += part.orders
        findings += found.count
    }
}
