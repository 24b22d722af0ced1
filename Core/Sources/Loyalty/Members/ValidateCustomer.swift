/// Why somebody cannot be as they were described.
public struct CustomerRejection: RuledRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case birthdayMustNotBeInTheFuture
        case birthdayMustBeSince1900
    }

    public let rule: Rule
    public let field: String?

    public init(_ rule: Rule, field: String?) {
        self.rule = rule
        self.field = field
    }

    public var sentence: String {
        let subject = field ?? "The birthday"
        return switch rule {
        case .birthdayMustNotBeInTheFuture: "\(subject) must not be in the future."
        case .birthdayMustBeSince1900: "\(subject) must not be before 1900."
        }
    }
}

/// Checks what was said of a customer.
/// - Parameter field: Where the birthday stood, for the message.
/// - Throws: ``CustomerRejection``.
public func validateCustomer(
    _ customer: Customer, at now: Instant, field: String = "birthday"
) throws(CustomerRejection) {
    guard let birthday = customer.birthday else { return }
    guard birthday <= now.lastDayAnywhere else { throw CustomerRejection(.birthdayMustNotBeInTheFuture, field: field) }
    guard birthday >= Customer.earliestBirthday else { throw CustomerRejection(.birthdayMustBeSince1900, field: field) }
}

extension Customer {
    static let earliestBirthday = Day.newYear(of: 1900)
}

extension Instant {
    /// The latest day that it is anywhere on Earth: a child may be born today where the sun rises first.
    fileprivate var lastDayAnywhere: Day { adding(seconds: 14 * 3_600).utcDay }
}
