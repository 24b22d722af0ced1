public import ArgumentParser
import Loyalty
public import Operations
import Storage

/// `tuzo import orders`
struct ImportOrdersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "orders", abstract: "Import a file of orders into a shop.",
        discussion: """
            Each order is recorded as if the platform had sent it, and earns what it would have earned live: sort the \
            file by time. An order that is known already changes nothing, so an import that was stopped or cut off is \
            simply run again. No server may run on an embedded database meanwhile.

            FORMATS
            CSV with a line of column names: order_id, customer_id and total are required; customer_name, \
            customer_email, customer_phone, placed_at, updated_at, delivered_at, status (delivered), currency (the \
            shop's), refunded_amount, shipping, tax and revision are optional; other columns are ignored. Times are \
            written like 2026-11-04T10:00:00Z, amounts like 1999.00.
            JSON lines: on each line the order object of the API, with order_id beside its members.

            REFUSED LINES
            What cannot be imported goes to FILE.rejected, and the rest is imported: the line's number, the rule it \
            breaks, what is wrong, a tab, and the line as it stood. To correct them and import them:

              (head -1 orders.csv; cut -f2- orders.csv.rejected) > corrected.csv

            THE SHOP
            A shop that is missing is made, with the standard program. A shop that is there keeps its currency, time \
            zone, owner and program; a flag that says otherwise is refused.

            EXIT STATUS
            0 all was imported; 3 some lines were refused; 130 stopped by Ctrl-C or SIGTERM; 1 it failed.
            """)

    @Argument(help: "The file to import.") var file: String
    @Option(help: "The shop's id.") var shop: String
    @OptionGroup(title: "The shop, where it is missing") var making: ShopOptions

    @Option(help: "What the file is, where its name does not end in .csv, .jsonl, .ndjson or .json.")
    var format: OrderFile.Format?

    @Option(help: ArgumentHelp("Where refused lines go, instead of FILE.rejected.", valueName: "path"))
    var rejected: String?

    @Flag(help: "Show progress also where standard error is no terminal.") var progress = false
    @OptionGroup var options: SettingOptions

    func run() async throws {
        let summary = try await StopSignal.cancelling { try await importOrders() }
        summary.say()
        throw summary.exitCode
    }

    private func importOrders() async throws -> ImportSummary {
        let settings = try options.settings()
        let shopID: Shop.ID = try Identifier(shop, field: "--shop")
        // Opened before the database, so that a file that is not there has no shop made for it.
        let orders = try OrderFile(path: file, format: knownFormat())
        return try await Installation.working(on: settings) { installation in
            let surroundings = installation.surroundings
            let shop = try await making.provide(shopID, in: surroundings)
            for name in orders.unknownColumns { Console.note("The column \(name) is ignored.") }
            let rejected = try RejectedFile(path: rejected ?? file + ".rejected")
            let display = ImportDisplay(byteCount: orders.byteCount, rejected, ProgressLine(isForced: progress))
            defer { display.finish() }
            let tally = try await ImportOrders(in: surroundings)(
                from: orders, into: shop, actor: importer, refuse: display.refuse, report: display.report)
            let report = try await installation.database.read { [now = surroundings.now()] connection in
                try ShopReport(of: shopID, activeSince: now, connection)
            }
            return ImportSummary(tally: tally, report: report, shop: shop.id.text, rejectedPath: rejected.path)
        }
    }

    private func knownFormat() throws -> OrderFile.Format {
        if let known = format ?? OrderFile.Format(path: file) { return known }
        throw CommandFailure("The ending of \(file) does not say what it is; add --format csv or --format jsonl.")
    }
}

extension OrderFile.Format: ExpressibleByArgument {}
