import ArgumentParser
import Loyalty
import Operations
import Storage

/// `tuzo audit`
struct AuditLedger: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Prove every figure that is kept, also while a server runs.",
        discussion: """
            Recomputes hashes, balances, lots, orders, tiers and sums from their rows, and changes nothing. Prints a \
            line for everything that does not fit: of each rule and member, the first row that breaks it.

            EXIT STATUS
            0 everything fits; 1 something does not, or the database or the statement cannot be read.
            """)

    @OptionGroup var options: SettingOptions

    @Option(help: ArgumentHelp("Audit this shop only.", valueName: "id"))
    var shop: String?

    @Option(help: ArgumentHelp("Prove a statement that a member downloaded instead; no database.", valueName: "file"))
    var statement: String?

    func run() async throws {
        if let statement { return try proveStatement(statement) }
        let settings = try options.settings()
        let shop = try shop.map { text in try Shop.ID(text, field: "--shop") }
        let summary = try await settings.database.reading { database in
            var progress = ProgressLine()
            let pace = AuditPace()
            defer { progress.clear() }
            return try await RunAudit(in: Surroundings(database: database, codeKey: []))(
                shop: shop,
                progress: { summary in progress.show(pace.line(summary)) },
                finding: { finding in Console.say("\(finding)") })
        }
        let counts = [
            summary.shops.grouped("shop"), summary.members.grouped("member"), summary.orders.grouped("order"),
            summary.entries.grouped("entry", "entries"),
        ]
        let result = summary.findings == 0 ? "everything fits" : summary.findings.grouped("finding")
        Console.say("\(counts.joined(separator: ", ")): \(result)")
        if summary.findings > 0 { throw ExitCode.failure }
    }

    private func proveStatement(_ path: String) throws {
        do {
            let proven = try VerifyStatement()(path: path)
            let entries = proven.entryCount == 1 ? "entry 1" : "entries 1–\(proven.entryCount)"
            Console.say(
                "\(entries) of member \(proven.customerID) at shop \(proven.shopID): chain holds, "
                    + "balance \(proven.balance), last hash \(proven.lastHash)")
        } catch let misfit as VerifyStatement.Misfit {
            Console.say("\(path), \(misfit)")
            throw ExitCode.failure
        }
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
