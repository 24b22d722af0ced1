/// Who is calling, as proved by a token or a key; what they may do is decided per shop.
public enum Caller: Hashable, Sendable {
    /// A person signed in by the platform's token: a customer, an owner, staff, or all of these in different shops.
    case person(Customer.ID)
    /// A machine with an API key.
    case key(APIKey)

    /// How entries and the audit log name the caller: a user id, or `key:` and the key's name.
    public var actor: String {
        switch self {
        case .person(let id): id.text
        case .key(let key): "key:\(key.name)"
        }
    }

    /// Names the caller among all callers, in a form that no other kind of caller can take on.
    public var principal: String {
        switch self {
        case .person(let id): "person:\(id)"
        case .key(let key): "key:\(key.id)"
        }
    }
}

/// A key for machines; the secret itself is never kept, only its hash.
public struct APIKey: Hashable, Sendable {
    public typealias ID = Identifier<APIKey>

    public let id: ID
    public let name: String
    /// The one shop it is for; `nil` for a key of the platform, which is good for all shops.
    public let shopID: Shop.ID?
    public let scopes: Set<Scope>

    /// What a key may do in its shop.
    public enum Scope: String, Sendable, CaseIterable {
        /// Record orders and ask for their points.
        case orders
        /// Look codes up, use and cancel them.
        case redemptions
        /// Read members, entries and reports.
        case read
        /// Change the program, rewards and settings, and adjust points.
        case manage
    }

    public init(id: ID, name: String, shopID: Shop.ID?, scopes: Set<Scope>) {
        self.id = id
        self.name = name
        self.shopID = shopID
        self.scopes = scopes
    }
}
