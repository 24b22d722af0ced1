import Foundation

/// Cuts the power under a database that orders are recorded in, and makes its disk fail; ends with 1 where anything
/// that was acknowledged is lost, or where the control loses nothing, because then the rig proves nothing.
@main struct PowerCut {
    private static let cutsInRound = 25
    private static let controlRounds: Range<UInt64> = 0..<2
    private static let toldMax = 10

    static func main() async throws {
        let words = CommandLine.arguments.dropFirst()
        guard words.isEmpty || words.count == 2 && words.first == "--cuts", let cuts = Int(words.last ?? "50") else {
            Console.say("power-cut takes --cuts and a number")
            exit(2)
        }
        let isProved = try await prove(cuts)
        let recovers = try await recover()
        exit(isProved && recovers ? 0 : 1)
    }

    private static func prove(_ cuts: Int) async throws -> Bool {
        let rounds = UInt64((cuts + cutsInRound - 1) / cutsInRound)
        var damage = Damage()
        for seed in 0..<rounds { damage.add(try await CutRound(cutCount: cutsInRound, seed: seed, isSynced: true)()) }
        Console.say("\(Int(rounds) * cutsInRound) power cuts: \(damage.lost) lost, \(damage.changed) changed")
        for finding in damage.findings.prefix(toldMax) { Console.say("  \(finding)") }
        var control = Damage()
        for seed in controlRounds {
            control.add(try await CutRound(cutCount: cutsInRound, seed: seed, isSynced: false)())
        }
        Console.say(
            "\(controlRounds.count * cutsInRound) without the sync of each commit: \(control.lost) lost, as it must be")
        return damage.isNone && control.lost > 0
    }

    private static func recover() async throws -> Bool {
        let wrong = try await FaultRound()()
        Console.say("a disk that is full and fails for a while: \(wrong.isEmpty ? "nothing lost" : "wrong")")
        for words in wrong.prefix(toldMax) { Console.say("  \(words)") }
        return wrong.isEmpty
    }
}
