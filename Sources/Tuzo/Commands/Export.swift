import ArgumentParser
import Operations

/// `tuzo export`
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the whole installation into one file, which 'tuzo import all' reads, on either engine.",
        discussion: """
            The file has everything that was committed when the export began, as lines of JSON. It may be made while a \
            server runs; but to move, stop the servers first: what they write afterwards is not in it. The same books \
            give the same bytes on SQLite and on PostgreSQL, and SHA-256 says so.

            It holds personal data, and is made for your eyes only (mode 0600). The key of the installation \
            (TUZO_SECRET_KEY, or the file ending in .key) is not in it, and must go along by itself. A file is written \
            as FILE.partial and renamed when it is complete; none is overwritten. With - it goes to standard output, \
            for which nothing renames it: only its last line says that it is complete.

            EXIT STATUS
            0 all of it was written; 1 it failed.
            """)

    @Argument(help: "The file to make; - for standard output.") var file: String

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let settings = try options.settings()
        let isStream = file == "-"
        let summary = try await settings.database.reading { database in
            let display = MoveDisplay("written")
            defer { display.clear() }
            return try await ExportInstallation(in: Surroundings(database: database, codeKey: []))(
                to: ExportFile(path: isStream ? nil : file), version: Version.current, progress: display.show)
        }
        isStream ? Console.note(summary.line) : Console.say(summary.line)
        Console.note(
            """
            The export holds personal data, and not the installation's key: where it is imported, the key must be that \
            of \(settings.database.name).
            """)
    }
}
