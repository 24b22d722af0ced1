import Foundation
import Storage

/// Plays random histories against the product and the model, and ends with 1 where they part.
@main struct Simulation {
    private static let waveSize = 200
    private static let toldMax = 3
    /// Enough for everything to happen that can.
    private static let manyHistories = 1_000

    static func main() async throws {
        do {
            let arguments = try Arguments(Array(CommandLine.arguments.dropFirst()))
            let isClean = try await Simulation(arguments: arguments).run()
            exit(isClean ? 0 : 1)
        } catch let mistake as Arguments.Mistake {
            Console.say(mistake.words)
            exit(2)
        }
    }

    let arguments: Arguments

    private func run() async throws -> Bool {
        let clock = ContinuousClock()
        let start = clock.now
        var seed = arguments.seed
        var census = Census()
        let last = arguments.seconds == nil ? seed + arguments.histories : .max
        while seed < last {
            if let seconds = arguments.seconds, clock.now - start >= .seconds(seconds) { break }
            let seeds = seed..<min(last, seed + Simulation.waveSize)
            let outcome = try await Wave(seeds: seeds, stepCount: arguments.steps)()
            census.add(outcome.census)
            if !outcome.failed.isEmpty {
                try await tell(outcome)
                return false
            }
            seed = seeds.upperBound
        }
        if arguments.showsCensus { Console.say("\(census)") }
        let missing = seed - arguments.seed >= Simulation.manyHistories ? census.missing : []
        guard missing.isEmpty else {
            Console.say("so many histories, and these never came: \(missing.joined(separator: ", "))")
            return false
        }
        Console.say(
            "\(seed - arguments.seed) histories of \(arguments.steps) steps agree with the model (\(clock.now - start))"
        )
        return true
    }

    private func tell(_ outcome: Wave.Outcome) async throws {
        let failed = outcome.failed.sorted { $0.history.seed < $1.history.seed }
        Console.say("\(failed.count) histories disagree: seeds \(failed.map(\.history.seed))")
        let ground = try await Ground.open()
        for (history, found) in failed.prefix(Simulation.toldMax) {
            var shrinking = Shrinking(on: ground.database)
            let short = try await shrinking(history, found)
            let words = try await shrinking.play(short)?.words ?? found.words
            Console.say(
                """

                seed \(history.seed), \(history.scene.zoneName), \(history.scene.currency): \
                \(short.steps.count) of \(history.steps.count) steps are left
                \(Story(history: short))
                but \(words.joined(separator: "\n    "))
                """)
        }
        try await ground.close()
    }
}
