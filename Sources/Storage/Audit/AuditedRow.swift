import Loyalty

/// Times as an audit reads them: what lies outside the centuries that the rules reckon with is damage.
extension SQLRow {
    mutating func auditedDay() throws -> Day { try plausible(integer()) }

    mutating func auditedInstant() throws -> Instant { try plausible(integer()) }

    mutating func optionalAuditedDay() throws -> Day? { try optionalInteger().map(plausible) }

    mutating func optionalAuditedInstant() throws -> Instant? { try optionalInteger().map(plausible) }
}

extension Member {
    /// - Throws: ``StorageFailure/corrupt(_:)`` where a time of the member is one that the rules cannot reckon with.
    func requirePlausibleTimes() throws {
        for day in [joinedOn, grant?.grantedOn ?? joinedOn, grant?.lastDay ?? joinedOn] {
            let _: Day = try plausible(Int64(day.number))
        }
        for moment in [joinedAt, lastActivityAt, leftAt ?? joinedAt] {
            let _: Instant = try plausible(moment.milliseconds)
        }
    }
}

private func plausible(_ number: Int64) throws -> Day {
    guard let number = Int32(exactly: number), days.contains(Day(number: number)) else {
        throw StorageFailure.corrupt("\(number) is no day")
    }
    return Day(number: number)
}

private func plausible(_ milliseconds: Int64) throws -> Instant {
    guard moments.contains(milliseconds) else { throw StorageFailure.corrupt("\(milliseconds) is no time") }
    return Instant(milliseconds: milliseconds)
}

private let days = Day.newYear(of: 1969)..<Day.newYear(of: 2400)
private let moments = Int64(days.lowerBound.number) * 86_400_000..<Int64(days.upperBound.number) * 86_400_000
