import ArgumentParser

/// `tuzo migrate`
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the database, or bring its schema up to date.",
        discussion: "'tuzo serve' does the same when it starts. Back the database up first: there is no way back.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let settings = try options.settings()
        let migrated = try await Installation.working(on: settings) { installation in installation.migrated }
        for name in migrated { Console.say("applied \(name)") }
        Console.say("\(settings.database.name) is up to date")
    }
}
