import Loyalty

/// All versions of a shop's program, rising by number, as far as they can be read.
struct AuditVersions {
    private(set) var versions: [ProgramVersion] = []
    private(set) var unreadable: [(row: String, reason: String)] = []

    init(in shop: Shop, _ connection: any SQLConnection) throws {
        try connection.forEach(
            """
            SELECT number, saved_at, author, settings, earlier_tiers, expiry_switched_on FROM program_version
            WHERE shop_id = \(shop.id) ORDER BY number
            """
        ) { row in
            let number = try row.count()
            do {
                let (savedAt, author) = (try row.auditedInstant(), try row.text())
                let meaning = try ProgramMemo.shared.meaning(
                    of: try row.text(), earlierTiers: row.optionalText(), shop.currency)
                guard meaning.program.isReckonable, meaning.earlierTiers.allSatisfy({ $0.policy.isReckonable }) else {
                    throw StorageFailure.corrupt("a number is out of all limits")
                }
                versions.append(
                    ProgramVersion(
                        number: number, savedAt: savedAt, author: author, program: meaning.program,
                        expirySwitchedOn: try row.optionalAuditedDay(), earlierTiers: meaning.earlierTiers))
            } catch {
                unreadable.append((row: "program_version \(number)", reason: words(for: error)))
            }
        }
    }
}
