import ArgumentParser
import Foundation

/// The program: it finds the command that is asked for and runs it.
@main
struct Tuzo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tuzo", abstract: "A loyalty server for marketplaces with many shops.",
        discussion: """
            Settings come from flags, from the environment (TUZO_…) and from a file (--config, or tuzo.json where \
            there is one), in that order. 'tuzo help serve' lists them.
            """,
        version: Version.current,
        subcommands: [
            Serve.self, Demo.self, Migrate.self, Upkeep.self, Import.self, Export.self, AuditLedger.self, Backup.self,
            Token.self, OpenAPI.self, Pages.self, Version.self,
        ])

    static func main() async {
        // What it writes is full of personal data, whoever else has an account on the machine.
        umask(0o077)
        var failure: any Error
        do {
            var command = try await asyncParseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            guard let loss = Console.loss else { return }
            failure = CommandFailure("The results could not be written: \(loss).")
        } catch {
            failure = error
        }
        if let sentences = explanation(of: failure) {
            Console.note(sentences)
            failure = ExitCode.failure
        }
        exit(withError: failure)
    }
}
