import ArgumentParser
import Foundation
import Loyalty
import Operations
import Web

private let secretByteCount = 32

/// `tuzo demo`
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve a demo town: three shops with a year of history.",
        discussion: """
            Plants the town where its database is empty, and serves it; to begin again, delete the database. Prints \
            tokens, and calls to try them with. They hold until the demo ends: secrets that are not set are drawn anew \
            each time.
            """)

    @Option(help: ArgumentHelp("A folder for the demo's database, instead of TUZO_DATABASE_URL.", valueName: "path"))
    var folder: String?

    @OptionGroup var options: SettingOptions
    @OptionGroup var listening: ListeningOptions

    mutating func run() async throws {
        if let folder { try use(folder) }
        var settings = try await listening.settings(
            options, standard: [.databaseURL: "sqlite:tuzo-demo.db", .logLevel: "notice"])
        settings.drawMissingSecrets()
        settings.web.isDemo = true
        ConsoleLogHandler.install(level: settings.logLevel)
        let town = try await DemoGround(settings).town()
        settings.web.operators.formUnion(town.logins.filter { $0.role == "operator" }.map(\.customer.id.text))
        try await Installation.working(on: settings) { [settings] installation in
            let transcript = DemoTranscript(of: town, settings.web, in: installation.surroundings)
            try await installation.serve(settings.web, upkeepSeconds: settings.upkeepSeconds) { address in
                Console.say(transcript.text(at: address))
            }
        }
    }

    private mutating func use(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("The folder \(folder) cannot be made: \(error.localizedDescription)")
        }
        options.database = "sqlite:\(folder)/tuzo.db"
    }
}

extension Settings {
    /// Nobody needs to know them but who reads what this run of the demo prints.
    fileprivate mutating func drawMissingSecrets() {
        func secret() -> String { Data(Surroundings.systemRandom(secretByteCount)).base64EncodedString() }
        web.tokens.secret = web.tokens.secret ?? secret()
        web.platformKey = web.platformKey ?? secret()
    }
}
