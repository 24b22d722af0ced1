/// One step of a program's ladder.
public struct Tier: Hashable, Sendable {
    /// What programs call it: `gold`. Lower case letters, digits and underscores.
    public let key: String
    /// What people call it: `Gold`.
    public let name: String
    /// The spending in one period from which on the tier is held.
    public let threshold: Money
    /// What the base points of an order are multiplied by.
    public let multiplier: Rate
    /// What members of the tier get besides, in the shop's own words.
    public let benefits: [String]

    public init(name: String, threshold: Money, multiplier: Rate, benefits: [String] = []) {
        self.init(
            key: Tier.key(for: name), name: name, threshold: threshold, multiplier: multiplier, benefits: benefits)
    }

    public init(key: String, name: String, threshold: Money, multiplier: Rate, benefits: [String]) {
        self.key = key
        self.name = name
        self.threshold = threshold
        self.multiplier = multiplier
        self.benefits = benefits
    }

    /// The key of a tier called like this: letters lowered, everything that is no letter or digit an underscore.
    public static func key(for name: String) -> String {
        String(name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }

    /// The name of a tier known only by its key, as the platform's client sends it: `gold` becomes `Gold`.
    public static func name(for key: String) -> String {
        key.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}

/// The tiers of a program, from the lowest up. Validated programs have at least one, and the lowest starts at zero.
public struct TierLadder: Hashable, Sendable {
    public let tiers: [Tier]

    public init(_ tiers: [Tier]) { self.tiers = tiers }

    /// The rank of a tier: 0 for the lowest; `nil` where the ladder has no tier of that key.
    public func rank(of key: String) -> Int? { tiers.firstIndex { $0.key == key } }

    /// The rank that spending so much gives.
    public func rank(forSpending minorUnits: Int64) -> Int {
        tiers.lastIndex { $0.threshold.minorUnits <= minorUnits } ?? 0
    }

    public subscript(rank: Int) -> Tier { tiers[rank] }
}
