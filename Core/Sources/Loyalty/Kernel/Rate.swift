/// A rate or a multiplier with at most four decimals, kept as whole ten-thousandths.
public struct Rate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Once; the multiplier that changes nothing.
    public static let one = Rate(tenThousandths: 10_000)
    public static let zero = Rate(tenThousandths: 0)
    /// The highest rate or multiplier a program may have.
    public static let limit = Rate(tenThousandths: 10_000_000_000)

    /// The value times 10,000: 1.25 is 12,500.
    public let tenThousandths: Int64

    public init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

    /// The value in plain decimals without superfluous zeros: `1.25`, `2`.
    public var description: String { Decimal(mantissa: Int128(tenThousandths), places: Rate.places).description }

    public static func < (left: Rate, right: Rate) -> Bool { left.tenThousandths < right.tenThousandths }

    /// How many decimals a rate may have.
    public static let places = 4
}
