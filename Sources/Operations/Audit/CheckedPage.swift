import Loyalty
import Storage

/// A page of members that was held against the rules.
struct CheckedPage: Sendable {
    private(set) var summary = AuditSummary()
    private(set) var findings: [AuditFinding] = []
    /// What the newest seal covers of these members.
    private(set) var sealed: [SealedMember] = []

    /// - Parameter sealedBefore: The moment before which entries are covered by the newest seal, where there is one.
    init(_ page: AuditPage, of shop: Shop, on today: Day, sealedBefore: Instant?) {
        let context = AuditContext(shop: shop, versions: page.versions, today: today)
        var hasher = EntryHasher()
        for records in page.records {
            let found = auditMember(records, given: context) { previous, entry in
                hasher.next(after: previous ?? EntryHash.none, for: entry)
            }
            findings += found.all
            if let member = sealedBefore.flatMap(records.sealed) { sealed.append(member) }
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
