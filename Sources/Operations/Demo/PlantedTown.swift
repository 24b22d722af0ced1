public import Loyalty
public import Storage

/// The demo town, as it stands.
public struct PlantedTown: Sendable {
    /// Whether it was planted now; otherwise it was there already.
    public let isNew: Bool
    /// The bakery first, where all belong who have a login and run no house.
    public let shops: [PlantedShop]
    public let logins: [TownLogin]
}

/// A shop of the demo town.
public struct PlantedShop: Sendable {
    public let shop: Shop
    public let report: ShopReport
    /// Codes that Mia can use here; told only when they are issued, because nobody can read them afterwards.
    public let codes: [String]
}

/// Somebody of the demo town to sign in as: by a token for the id, or by name and password.
public struct TownLogin: Sendable {
    /// `owner`, `staff`, `customer` or `operator`.
    public let role: String
    public let customer: Customer
    /// The name to sign in with.
    public let username: String
    public let password: String
}

extension TownLogin {
    /// The owner of the bakery, one of its staff, Mia, who is a member of all shops, and who runs the house.
    static let all = [
        TownLogin(role: "owner", customer: TownPeople.amina, username: "amina", password: "mandazi-amina"),
        TownLogin(role: "staff", customer: TownPeople.brian, username: "brian", password: "mandazi-brian"),
        TownLogin(role: "customer", customer: TownPeople.mia, username: "mia", password: "mandazi-mia"),
        TownLogin(role: "operator", customer: TownPeople.otieno, username: "otieno", password: "mandazi-otieno"),
    ]
}

/// Why the demo town is not planted.
public enum TownRejection: String, Rejection {
    case databaseMustBeEmpty

    public var kind: RejectionKind { .conflict }

    public var sentence: String {
        "The demo town needs a database of its own: this one holds other shops, or a town that was left half planted."
    }
}
