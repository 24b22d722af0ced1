/// A claim that one customer was invited to a shop by a member of it, and what became of it.
public struct Referral: Hashable, Sendable {
    public typealias ID = Identifier<Referral>
}
