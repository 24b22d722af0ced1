import ArgumentParser

/// `tuzo import`
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import a history, or a whole installation, from files.",
        subcommands: [ImportOrdersCommand.self, ImportAllCommand.self])
}
