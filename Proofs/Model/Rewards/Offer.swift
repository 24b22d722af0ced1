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

    func check(on ladder: [Rules.Rung]?) throws(Refusal) {
        if cost < 1 { throw Refusal("cost_must_be_at_least_one") }
        if !tier.isEmpty, ladder?.contains(where: { $0.name == tier }) != true { throw Refusal("tier_must_exist") }
        if let stock, stock < 0 { throw Refusal("stock_must_not_be_negative") }
        if let limit, limit < 1 { throw Refusal("limit_must_be_at_least_one") }
    }
}
