import Loyalty

/// All versions of a shop's program, rising by number, as far as they can be read.
struct AuditVersions {
    private(set) var versions: [ProgramVersion] = []
    private(set) var unreadable: [(row: String, reason: String)] = []

    init(in shop: Shop, _ connection: any SQLConnection) throws {
        try connection.forEach(
            "SELECT number, saved_at, author, settings FROM program_version WHERE shop_id = \(shop.id) ORDER BY number"
        ) { row in
            let number = try row.count()
            do {
                versions.append(
                    ProgramVersion(
                        number: number, savedAt: try row.auditedInstant(), author: try row.text(),
                        program: try ProgramMemo.shared.program(from: try row.text(), shop.currency)))
            } catch {
                unreadable.append((row: "program_version \(number)", reason: words(for: error)))
            }
        }
    }
}
