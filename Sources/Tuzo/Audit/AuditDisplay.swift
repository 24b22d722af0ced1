import Loyalty
import Operations
import Storage

/// Audits a database, and says what it finds and what it has looked at.
struct AuditDisplay {
    /// The one shop that is audited; `nil` for all.
    let shop: Shop.ID?

    func audit(_ database: any SQLDatabase) async throws -> AuditSummary {
        let summary = try await findings(in: database)
        let counts = [
            summary.shops.grouped("shop"), summary.members.grouped("member"), summary.orders.grouped("order"),
            summary.entries.grouped("entry", "entries"),
        ]
        let result = summary.findings == 0 ? "everything fits" : summary.findings.grouped("finding")
        Console.say("\(counts.joined(separator: ", ")): \(result)")
        return summary
    }

    private func findings(in database: any SQLDatabase) async throws -> AuditSummary {
        var progress = ProgressLine()
        let pace = AuditPace()
        defer { progress.clear() }
        return try await RunAudit(in: Surroundings(database: database, codeKey: []))(
            shop: shop,
            progress: { summary in progress.show(pace.line(summary)) },
            finding: { finding in Console.say("\(finding)") })
    }
}

/// How far an audit is, and how fast: `1,200,000 entries checked (60 %), 310,000 a second`.
private struct AuditPace {
    private let begun = ContinuousClock.now

    func line(_ summary: AuditSummary) -> String {
        let share = min(100, summary.entries * 100 / max(1, summary.entriesExpected))
        let elapsed = (ContinuousClock.now - begun).components
        let milliseconds = Int(elapsed.seconds) * 1_000 + Int(elapsed.attoseconds / 1_000_000_000_000_000)
        let perSecond = summary.entries * 1_000 / max(1, milliseconds)
        return "\(summary.entries.grouped("entry", "entries")) checked (\(share) %), \(perSecond.grouped()) a second"
    }
}
