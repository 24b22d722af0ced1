public import Loyalty

/// What a write transaction is about, so that an engine with several writers knows which of them must wait for one
/// another.
///
/// Transactions of one scope run one after another, on all servers of a database together: each sees what the one
/// before it has left, and nothing else changes what it has read.
public enum WriteScope: Hashable, Sendable {
    /// The rows of one shop. Customers may be read and learned besides: what is known of them belongs to no shop, and
    /// may change between two statements.
    case shop(Shop.ID)
    /// What belongs to no shop: customers, accounts, sessions, and claims of calls outside of shops.
    case people
    /// Anything; nothing else is written meanwhile.
    case everything
}
