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
        let display = AuditDisplay(shop: shop)
        let summary = try await settings.database.reading { database in try await display.audit(database) }
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
