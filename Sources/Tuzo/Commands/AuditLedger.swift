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
            0 everything fits; 1 something does not, or the database cannot be read.
            """)

    @OptionGroup var options: SettingOptions

    @Option(help: ArgumentHelp("Audit this shop only.", valueName: "id"))
    var shop: String?

    func run() async throws {
        let settings = try options.settings()
        let shop = try shop.map { text in try Shop.ID(text, field: "--shop") }
        let summary = try await settings.database.reading { database in
            var progress = ProgressLine()
            defer { progress.clear() }
            return try await RunAudit(in: Surroundings(database: database, codeKey: []))(
                shop: shop,
                progress: { summary in progress.show("\(summary.entries.grouped("entry", "entries")) checked") },
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
}
