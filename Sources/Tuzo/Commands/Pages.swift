import ArgumentParser
import Operations
import Web

/// `tuzo pages`, which is for the browser tests: none of the pages may be missing from their list.
struct Pages: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the path of every page of the demo.", shouldDisplay: false)

    func run() throws {
        let surroundings = Surroundings(database: NoDatabase(), codeKey: [])
        let web = try WebApplication(wiring: surroundings, WebSettings(isDemo: true))
        for path in web.pagePaths { Console.say(path) }
    }
}
