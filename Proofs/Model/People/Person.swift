/// What the platform says of somebody.
public struct Person: Equatable, Sendable {
    public var email: String?
    public var phone: String?
    /// The day of birth.
    public var birthday: Int?

    public init(email: String? = nil, phone: String? = nil, birthday: Int? = nil) {
        self.email = email
        self.phone = phone
        self.birthday = birthday
    }

    /// Takes in what is said; silence keeps what is known.
    mutating func learn(_ said: Person) {
        email = said.email ?? email
        phone = said.phone ?? phone
        birthday = said.birthday ?? birthday
    }

    func check(on today: Int) throws(Refusal) {
        guard let birthday else { return }
        // Somewhere it is tomorrow already.
        if birthday > today + 1 { throw Refusal("birthday_must_not_be_in_the_future") }
        if birthday < -25_567 { throw Refusal("birthday_must_be_since_1900") }
    }

    /// Whether an address or a number says that two are one.
    func isSame(as other: Person) -> Bool {
        func isOne(_ mine: String?, _ theirs: String?) -> Bool { mine != nil && mine == theirs }
        return isOne(email.map(Person.plain(email:)), other.email.map(Person.plain(email:)))
            || isOne(phone.map(Person.plain(phone:)), other.phone.map(Person.plain(phone:)))
    }

    /// Without blanks, without dots and a tag before the `@`, in lower case.
    private static func plain(email: String) -> String {
        let parts = email.lowercased().filter { $0 != " " }.split(separator: "@", maxSplits: 1)
        let name = (parts.first ?? "").prefix { $0 != "+" }.filter { $0 != "." }
        return "\(name)@\(parts.last ?? "")"
    }

    private static func plain(phone: String) -> String { phone.filter(\.isNumber) }
}
