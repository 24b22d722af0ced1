import ArgumentParser

/// `tuzo import`
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import a history from files.", subcommands: [ImportOrdersCommand.self])
}
