import ArgumentParser
import Loyalty
import Operations

/// `tuzo upkeep`
struct Upkeep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Do the scheduled work once: let points lapse, warn of it, review tiers.",
        discussion: """
            'tuzo serve' does the same every TUZO_UPKEEP_SECONDS. It does what is due and nothing else, so that it can \
            be run at any time, but not while a server or another command is at it. It needs an embedded database for \
            itself: stop the server first.

            EXIT STATUS
            0 all of it was done; 1 some of it failed, somebody else is at it, or the database cannot be opened.
            """)

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let settings = try options.settings()
        ConsoleLogHandler.install(level: settings.logLevel)
        let tally = try await Installation.working(on: settings) { installation in
            var progress = ProgressLine()
            defer { progress.clear() }
            return try await RunUpkeep(in: installation.surroundings).alone { tally in progress.show(tally.words) }
        }
        guard let tally else { throw CommandFailure("Nothing was done: another server is at the scheduled work.") }
        Console.say(tally.words)
        if tally.failures > 0 { throw ExitCode.failure }
    }
}

extension UpkeepTally {
    /// What was done, in words.
    var words: String {
        let parts: [(count: Int, one: String, many: String)] = [
            (members, "member brought up to date", "members brought up to date"),
            (Int(lapsed.count), "point lapsed", "points lapsed"), (warnings, "warning", "warnings"),
            (tierChanges, "tier change", "tier changes"), (codes, "code ran out", "codes ran out"),
            (birthdays, "birthday", "birthdays"), (seals, "seal", "seals"), (failures, "failure", "failures"),
        ]
        let done = parts.filter { $0.count > 0 }.map { $0.count.grouped($0.one, $0.many) }
        return done.isEmpty ? "nothing was due" : done.joined(separator: ", ")
    }
}
