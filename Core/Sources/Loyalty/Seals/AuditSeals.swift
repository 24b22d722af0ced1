/// Proves the chain of a shop's seals, one after another, and the newest of them by the entries.
public struct AuditedSeals: Sendable {
    public private(set) var findings: AuditFindings
    /// The last seal that was read.
    public private(set) var newest: Seal?
    private var lastHash: [UInt8]?

    public init(in shop: Shop.ID) { findings = AuditFindings(in: shop) }

    /// Takes the next seal by number.
    /// - Parameter expected: The hash of a seal after the hash before it; `nil` stands before the first.
    public mutating func add(_ seal: Seal, _ hash: [UInt8], by expected: ([UInt8]?, Seal) -> [UInt8]) {
        let next = (newest?.number ?? 0) &+ 1
        let row = "seal \(seal.number)"
        if seal.number == next {
            if hash != expected(lastHash, seal) {
                findings.add(.sealHashMustFitContent, row, "hash does not fit its content")
            }
        } else {
            findings.add(.sealsMustBeGapFree, "seal \(next)", "is missing")
        }
        if let newest, newest.coversBefore >= seal.coversBefore {
            findings.add(.sealHashMustFitContent, row, "covers no more than the seal before it")
        }
        newest = seal
        lastHash = hash
    }

    /// Holds the newest seal against what the entries it covers come to.
    public func compare(with found: SealedContents) -> AuditFindings {
        guard let newest else { return AuditFindings(in: findings.shopID) }
        var findings = AuditFindings(in: newest.shopID)
        let (sealed, row) = (newest.contents, "seal \(newest.number)")
        findings.compare("member_count", sealed.memberCount, to: found.memberCount, .sealMustMatchEntries, row)
        findings.compare("entry_count", sealed.entryCount, to: found.entryCount, .sealMustMatchEntries, row)
        findings.compare("balance_points", sealed.balance, to: found.balance, .sealMustMatchEntries, row)
        if sealed.membersHash != found.membersHash {
            findings.add(.sealMustMatchEntries, row, "members_hash does not fit the entries")
        }
        return findings
    }
}

extension AuditRecords {
    /// The member's last entry recorded before a moment; `nil` where there is none.
    public func sealed(before moment: Instant) -> SealedMember? {
        guard let last = entries.last(where: { $0.entry.recordedAt < moment }) else { return nil }
        return SealedMember(
            customerID: customerID, sequence: last.entry.sequence, balance: last.entry.balanceAfter, hash: last.hash)
    }
}
