import Model

/// Tells a history as a table of text, one line a step, with what should come of each.
struct Story: CustomStringConvertible {
    let history: History

    var description: String {
        var books = Books(history.scene)
        let lines = history.steps.map { step in
            let answer = books.apply(step)
            let balance = books.touched.first.flatMap { books.figures(of: $0, at: step.at)?.balance }
            return "\(time(step.at))  \(step.event.words(unit: history.scene.unit))  \(outcome(answer, balance))"
        }
        return lines.joined(separator: "\n")
    }

    private func outcome(_ answer: Answer, _ balance: Int64?) -> String {
        if let rejection = answer.rejection { return "rejected \(rejection)" }
        let moved =
            switch answer.points {
            case 0: ""
            case 1...: "earns \(answer.points)  "
            default: "takes \(-answer.points)  "
            }
        return moved + (answer.word.isEmpty ? "" : "\(answer.word)  ") + (balance.map { "balance \($0)" } ?? "")
    }

    private func time(_ milliseconds: Int64) -> String {
        let (year, month, day) = Calendar.date(of: Int(milliseconds / Calendar.day))
        let seconds = Int(milliseconds % Calendar.day / 1_000)
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { twoDigits($0) }.joined(separator: ":")
        return "\(year)-\(twoDigits(month))-\(twoDigits(day)) \(clock)"
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
