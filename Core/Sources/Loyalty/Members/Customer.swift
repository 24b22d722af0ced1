/// A person, known by the platform's user id; owners and staff are such persons too.
public struct Customer: Hashable, Sendable {
    public typealias ID = Identifier<Customer>

    public let id: ID
    /// What to call the person; empty where the platform never said.
    public let name: String
    public let email: String?
    public let phone: String?
    public let birthday: Day?

    public init(id: ID, name: String, email: String? = nil, phone: String? = nil, birthday: Day? = nil) {
        self.id = id
        self.name = name
        self.email = email
        self.phone = phone
        self.birthday = birthday
    }
}
