/// A whole number of points, positive or negative.
public struct Points: Hashable, Comparable, Sendable, CustomStringConvertible {
    public static let zero = Points(0)

    /// The number itself; never a fraction.
    public let count: Int64

    public init(_ count: Int64) { self.count = count }

    public var description: String { String(count) }

    public static func < (left: Points, right: Points) -> Bool { left.count < right.count }
    public static func + (left: Points, right: Points) -> Points { Points(left.count + right.count) }
    public static func - (left: Points, right: Points) -> Points { Points(left.count - right.count) }
    public static prefix func - (points: Points) -> Points { Points(-points.count) }
    public static func += (left: inout Points, right: Points) { left = left + right }
    public static func -= (left: inout Points, right: Points) { left = left - right }
}

extension Points {
    /// The most points that one entry may move and one account may hold or have earned: a trillion.
    ///
    /// Far below the limits of `Int64`, so that sums over a whole installation cannot overflow either.
    public static let limit = Points(1_000_000_000_000)
}

extension Sequence<Points> {
    /// The sum of all of them.
    public var total: Points { reduce(.zero, +) }
}
