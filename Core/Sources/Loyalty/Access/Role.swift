/// What somebody must be to one shop for a call to be theirs; a call lists all that will do.
public enum Right: Hashable, Sendable {
    /// The person in the shop's record.
    case owner
    /// A person whom the owner took on.
    case staff
    /// The platform itself, by a key that is good for all shops.
    case platform
    /// A key of this shop with that scope.
    case key(APIKey.Scope)
    /// Any person who is signed in, for what customers do for themselves; the call itself then looks at whose it is.
    case member
}

/// What a caller was let into a shop as.
public enum Role: Hashable, Sendable {
    case owner(Customer.ID)
    case staff(Customer.ID)
    case member(Customer.ID)
    case platform(APIKey)
    case key(APIKey)

    /// The person, unless a machine calls.
    public var personID: Customer.ID? {
        switch self {
        case .owner(let id), .staff(let id), .member(let id): id
        case .platform, .key: nil
        }
    }

    /// Whether only what is the caller's own may be shown or changed.
    public var isConfinedToSelf: Bool { if case .member = self { true } else { false } }
}
