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
            "\(tally.new.groupedDigits) new", "\(tally.changed.groupedDigits) changed",
            "\(tally.unchanged.groupedDigits) unchanged", "\(tally.refused.groupedDigits) refused",
        ]
        Console.say("\(tally.read.groupedDigits) orders read: \(counts.joined(separator: ", "))")
        let (members, points) = (report.memberCount.groupedDigits, report.outstanding.count.groupedDigits)
        Console.say("\(shop): \(members) members, \(points) points outstanding")
        if tally.refused > 0 { Console.note("The refused lines are in \(rejectedPath).") }
        if !tally.isComplete { Console.note("Stopped before the end. Run the same command again to go on.") }
    }

    /// The exit status, as the help of the command lists it.
    var exitCode: ExitCode {
        if !tally.isComplete { return ExitCode(130) }
        return tally.refused > 0 ? ExitCode(3) : .success
    }
}
