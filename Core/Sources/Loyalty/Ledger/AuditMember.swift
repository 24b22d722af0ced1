/// Holds everything that is written about one member against everything else: the invariants of QUALITY.md.
///
/// Sums wrap around instead of trapping, because damaged rows may hold any number.
/// - Parameter hash: The hash of an entry after the hash before it; `nil` stands before the first.
/// - Returns: What does not fit, of each rule the first row.
public func auditMember(
    _ records: AuditRecords, given context: AuditContext, by hash: (_ previous: [UInt8]?, Entry) -> [UInt8]
) -> AuditFindings {
    var findings = AuditFindings(in: context.shop.id, of: records.customerID)
    for (row, reason) in records.unreadable { findings.add(.rowMustBeReadable, row, reason) }
    guard let member = records.member else {
        if records.unreadable.isEmpty { findings.add(.memberMustExist, "", "is missing, but other rows name it") }
        return findings
    }
    guard records.unreadable.isEmpty else { return findings }
    findings.auditChain(of: records.entries, by: hash)
    findings.auditFigures(of: member, by: records.entries)
    findings.auditLots(of: member, in: records, given: context)
    findings.auditOrders(of: member, in: records, given: context)
    findings.auditRedemptions(in: records)
    findings.auditHolds(of: member, in: records)
    findings.auditBonuses(in: records, given: context)
    findings.auditReferrals(of: member, in: records)
    findings.auditLapses(of: member, in: records, on: context.today)
    findings.auditLeaving(of: member, in: records)
    findings.auditTierChanges(of: member, in: records)
    findings.auditGrant(of: member, given: context)
    // Spending that is in doubt proves no tier.
    if findings.all.isEmpty { findings.auditTier(of: member, in: records, given: context) }
    return findings
}
