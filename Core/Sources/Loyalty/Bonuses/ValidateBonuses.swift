/// Checks what a program gives besides the points of orders.
/// - Throws: ``ProgramRejection`` for the first rule that is broken, in the order of the lines below.
func validateBonuses(_ terms: BonusTerms) throws(ProgramRejection) {
    try validateBonusPoints(terms.signup, field: "bonuses.signup_points")
    try validateBonusPoints(terms.birthday, field: "bonuses.birthday_points")
    try validateBonusRule(terms.review, field: "bonuses.review")
    guard terms.events.count <= BonusTerms.eventCountMax else {
        throw ProgramRejection(.bonusEventsMustBeAtMostFifty, field: "bonuses.events")
    }
    for (index, event) in terms.events.enumerated() {
        let field = "bonuses.events[\(index)]"
        guard isEventKey(event.key) else { throw ProgramRejection(.bonusKeyMustBeAWord, field: "\(field).key") }
        guard !BonusTerms.ownKeys.contains(event.key) else {
            throw ProgramRejection(.bonusKeyMustNotBeTaken, field: "\(field).key")
        }
        guard !terms.events[..<index].contains(where: { $0.key == event.key }) else {
            throw ProgramRejection(.bonusKeysMustDiffer, field: "\(field).key")
        }
        guard !event.name.isBlank else { throw ProgramRejection(.nameMustNotBeEmpty, field: "\(field).name") }
        try validateBonusRule(event.rule, field: field)
    }
}

private func validateBonusRule(_ rule: BonusRule, field: String) throws(ProgramRejection) {
    try validateBonusPoints(rule.points, field: "\(field).points")
    guard rule.limit >= 1 else { throw ProgramRejection(.bonusLimitMustBeAtLeastOne, field: "\(field).limit") }
}

private func validateBonusPoints(_ points: Points, field: String) throws(ProgramRejection) {
    guard (Points.zero...Points.limit).contains(points) else {
        throw ProgramRejection(.bonusPointsMustBeInRange, field: field)
    }
}

/// A word of lower-case letters, digits, `_` and `-` that begins with a letter, 40 characters at most.
private func isEventKey(_ key: String) -> Bool {
    guard let first = key.utf8.first, key.utf8.count <= 40 else { return false }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return letters.contains(first)
        && key.utf8.allSatisfy {
            letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
}
