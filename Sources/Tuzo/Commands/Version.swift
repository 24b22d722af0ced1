import ArgumentParser

/// `tuzo version`
struct Version: ParsableCommand {
    static let current = "0.1.0"

    static let configuration = CommandConfiguration(abstract: "Print the version of this program.")

    func run() { Console.say(Self.current) }
}
