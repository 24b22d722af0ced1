import Model

/// Tells a history as a table of text, one line a step, with what should come of each.
struct Story: CustomStringConvertible {
    let history: History

    var description: String {
        var books = Books(zone: history.scene.zone, unit: history.scene.unit)
        let lines = history.steps.map { step in
            let answer = books.apply(step)
            let customer = step.event.customer ?? ""
            let balance = books.figures(of: customer, at: step.at)?.balance
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
        return moved + (balance.map { "balance \($0)" } ?? "")
    }

    private func time(_ milliseconds: Int64) -> String {
        let (year, month, day) = Calendar.date(of: Int(milliseconds / Calendar.day))
        let seconds = Int(milliseconds % Calendar.day / 1_000)
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { twoDigits($0) }.joined(separator: ":")
        return "\(year)-\(twoDigits(month))-\(twoDigits(day)) \(clock)"
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
}

extension Event {
    /// Such as `order    A-1   mia    42.00  delivered`.
    func words(unit: Int64) -> String {
        func line(_ verb: String, _ words: String...) -> String {
            ([padded(verb, 8)] + words.map { padded($0, 6) }).joined(separator: " ")
        }
        switch self {
        case .order(let purchase):
            return line("order", purchase.id, purchase.customer, amount(purchase.total, unit), purchase.status)
                + purchase.details(unit: unit)
        case .program(let rules): return line("program") + rules.details(unit: unit)
        case .offer(let name, let offer): return line("offer", name) + "\(offer)"
        case .redeem(let ticket, let customer, let offer): return line("redeem", ticket, customer, offer)
        case .upkeep: return line("upkeep")
        case .use(let ticket): return line("use", ticket)
        case .cancel(let ticket): return line("cancel", ticket)
        case .adjust(let customer, let points, let reason):
            return line("adjust", customer, String(points)) + " \"\(reason)\""
        }
    }
}

private func amount(_ minorUnits: Int64, _ unit: Int64) -> String {
    guard unit > 1 else { return String(minorUnits) }
    let digits = String(abs(minorUnits) % unit + unit).dropFirst()
    return "\(minorUnits < 0 ? "-" : "")\(abs(minorUnits) / unit).\(digits)"
}

extension Purchase {
    /// What is not usual about it.
    fileprivate func details(unit: Int64) -> String {
        var words: [String] = []
        if let revision { words.append("revision \(revision)") }
        if givenBack > 0 { words.append("refunded \(amount(givenBack, unit))") }
        if shipping + tax > 0 { words.append("shipping and tax \(amount(shipping + tax, unit))") }
        if let placedAt { words.append("placed \(placedAt)") }
        if let updatedAt { words.append("updated \(updatedAt)") }
        if let deliveredAt { words.append("delivered \(deliveredAt)") }
        for line in lines {
            words.append("line \(line.quantity)×\(line.amount) back \(line.returned) and \(line.refunded)")
        }
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }
}

extension Rules {
    fileprivate func details(unit: Int64) -> String {
        let rungs = ladder.map { "\($0.name) from \(amount($0.threshold, unit)) ×\($0.multiplier)" }
        return """
            \(isActive ? "on" : "off"), rate \(pointsPerUnit), minimum \(amount(minimumSpend, unit)), \
            \(rounding), pending \(pendingDays), expiry \(expiry), \(isWithinBalance ? "within balance" : "debt"), \
            \(countsGoodsOnly ? "goods" : "total") on \(earnsOnPayment ? "payment" : "delivery"), \
            \(period) \(fall) grace \(graceDays), \(rungs.joined(separator: ", "))
            """
    }
}
