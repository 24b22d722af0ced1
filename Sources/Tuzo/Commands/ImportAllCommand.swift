import ArgumentParser
import Operations
import Storage

/// `tuzo import all`
struct ImportAllCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "all", abstract: "Fill an empty database with an installation that 'tuzo export' has written.",
        discussion: """
            The way from SQLite to PostgreSQL, and back. The database must be new, or have been emptied; it is made \
            where there is none. First the whole file is proved: its lines, its values and its hashes. Then everything \
            is written in one transaction: however the import ends, the database has all of it or nothing, and the \
            import can be run again. In the end the books are audited.

            The key must be that of the installation that was exported, which made its redemption codes with it: \
            TUZO_SECRET_KEY, or the file ending in .key, copied to the new database's name before the import.

            With - the export comes from standard input, and is proved while it is written:

              tuzo export - --database sqlite:tuzo.db | tuzo import all - --database postgres://…

            EXIT STATUS
            0 all was imported, and everything fits; 1 nothing was imported, or the audit has findings.
            """)

    @Argument(help: "The file to import; - for standard input.") var file: String

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let settings = try options.settings()
        let source = try ExportSource(path: file == "-" ? nil : file)
        let key = try key(settings)
        try prove(source, key)
        let summary = try await Installation.awaiting(in: settings.database, key: key) { installation in
            let display = MoveDisplay("written")
            defer { display.clear() }
            return try await ImportInstallation(in: installation.surroundings)(from: source, progress: display.show)
        }
        Console.say(summary.line)
        let audit = try await settings.database.reading { database in
            try await AuditDisplay(shop: nil).audit(database)
        }
        guard audit.findings > 0 else { return }
        Console.note("All was imported as it is in the export. Audit the installation that was exported, too.")
        throw ExitCode.failure
    }

    private func prove(_ source: ExportSource, _ key: [UInt8]) throws {
        let display = MoveDisplay("proved")
        defer { display.clear() }
        try VerifyExport(codeKey: key)(source, progress: display.show)
    }

    private func key(_ settings: Settings) throws -> [UInt8] {
        do {
            return try settings.secretKey ?? SecretKey.brought(to: settings.database)
        } catch let fault as SettingFault {
            throw SettingsRejection(faults: [fault.sentence])
        }
    }
}
