import Model

func amount(_ minorUnits: Int64, _ unit: Int64) -> String {
    guard unit > 1 else { return String(minorUnits) }
    let digits = String(abs(minorUnits) % unit + unit).dropFirst()
    return "\(minorUnits < 0 ? "-" : "")\(abs(minorUnits) / unit).\(digits)"
}

extension Purchase {
    /// What is not usual about it.
    func details(unit: Int64) -> String {
        var words: [String] = []
        if contact != Person() { words.append(contact.words) }
        if let money { words.append("in \(money.currency) at \(money.rate.map(String.init) ?? "no rate")") }
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
    func details(unit: Int64) -> String {
        let rungs = ladder.map { "\($0.name) from \(amount($0.threshold, unit)) ×\($0.multiplier)" }
        return """
            \(isActive ? "on" : "off"), rate \(pointsPerUnit), minimum \(amount(minimumSpend, unit)), \
            \(rounding), pending \(pendingDays), expiry \(expiry), \(isWithinBalance ? "within balance" : "debt"), \
            \(countsGoodsOnly ? "goods" : "total") on \(earnsOnPayment ? "payment" : "delivery"), \
            \(period) \(fall) grace \(graceDays), \(bonuses.words), \
            invitations \(invitations.isOn ? "on" : "off") \(invitations.referrer) and \(invitations.referee) \
            from \(amount(invitations.minimum, unit)), \(rungs.joined(separator: ", "))
            """
    }
}

extension Bonuses {
    fileprivate var words: String {
        let gifts = (["review": review].merging(events) { one, _ in one }).sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value.points) \($0.value.limit) a \($0.value.period)" }
        return "signup \(signup), birthday \(birthday), \(gifts.joined(separator: ", "))"
    }
}

extension Person {
    var words: String {
        let day = birthday.map { day in
            let (year, month, day) = Calendar.date(of: day)
            return "born \(year)-\(month)-\(day)"
        }
        return [email.map { "<\($0)>" }, phone, day].compactMap(\.self).joined(separator: " ")
    }
}

extension Offer {
    var details: String {
        var words = ["cost \(cost)", isActive ? "on" : "off", "\(codeDays) days"]
        if let stock { words.append("stock \(stock)") }
        if let limit { words.append("limit \(limit)") }
        if !tier.isEmpty { words.append("for \(tier)") }
        if let bonus { words.append("gives \(bonus)") }
        if isForfeited { words.append("forfeits") }
        return words.joined(separator: ", ")
    }
}
