/// Something that a shop gives for points.
public struct Offer: Equatable, Sendable {
    public var cost: Int64
    public var isActive = true
    public var stock: Int64?
    public var limit: Int64?
    public var tier = ""
    public var codeDays = 30
    public var isForfeited = false
    /// Points credited when its code is used.
    public var bonus: Int64?

    public init(cost: Int64) { self.cost = cost }

    /// - Parameter old: What it takes the place of; off the shelf it may keep a tier that is gone.
    func check(on ladder: [Rules.Rung]?, after old: Offer?) throws(Refusal) {
        if cost < 1 { throw Refusal("cost_must_be_at_least_one") }
        let keepsTier = !isActive && old?.tier == tier
        if !tier.isEmpty, !keepsTier, ladder?.contains(where: { $0.name == tier }) != true {
            throw Refusal("tier_must_exist")
        }
        if let stock, stock < 0 { throw Refusal("stock_must_not_be_negative") }
        if let limit, limit < 1 { throw Refusal("limit_must_be_at_least_one") }
    }
}
