import ArgumentParser
import Loyalty
import Operations
import Storage

/// What an import has come to.
struct ImportSummary {
    let tally: ImportTally
    let report: ShopReport
    let shop: String
    let rejectedPath: String

    func say() {
        let counts = [
            "\(tally.new.grouped()) new", "\(tally.changed.grouped()) changed",
            "\(tally.unchanged.grouped()) unchanged", "\(tally.refused.grouped()) refused",
        ]
        Console.say("\(tally.read.grouped("order")) read: \(counts.joined(separator: ", "))")
        let (members, points) = (report.memberCount.grouped("member"), report.outstanding.count.grouped("point"))
        Console.say("\(shop): \(members), \(points) outstanding")
        if tally.refused > 0 { Console.note("The refused lines are in \(rejectedPath).") }
        if !tally.isComplete { Console.note("Stopped before the end. Run the same command again to go on.") }
    }

    /// The exit status, as the help of the command lists it.
    var exitCode: ExitCode {
        if !tally.isComplete { return ExitCode(130) }
        return tally.refused > 0 ? ExitCode(3) : .success
    }
}
