/// Who tells something of a customer, who is the same person in every shop.
public enum Teller: Hashable, Sendable {
    /// The platform, which knows its people: what it says replaces what is known.
    case platform
    /// Somebody who speaks for one shop. A name is taken for a customer whom nobody knows yet; how somebody can be
    /// reached, and what is known of them already, is for the platform to say.
    case shop
}

extension Caller {
    /// What counts of what the caller says of a customer.
    public var teller: Teller {
        if case .key(let key) = self, key.shopID == nil { .platform } else { .shop }
    }
}
