/// Points by kind of movement; each figure is positive as its name says. Sums wrap around instead of trapping.
public struct LedgerSums: Hashable, Sendable {
    public var earned: Int64 = 0
    public var redeemed: Int64 = 0
    public var expired: Int64 = 0
    public var adjusted: Int64 = 0
    public var reversed: Int64 = 0
    public var returned: Int64 = 0

    /// The figures under the names that they are rolled up by.
    static let columns: [(name: String, figure: any KeyPath<LedgerSums, Int64> & Sendable)] = [
        ("earned_points", \.earned), ("redeemed_points", \.redeemed), ("expired_points", \.expired),
        ("adjusted_points", \.adjusted), ("reversed_points", \.reversed), ("returned_points", \.returned),
    ]

    public init() {}

    init(_ entries: [AuditEntry]) {
        for audited in entries { add(audited.entry.points.count, to: audited.entry.kind.total) }
    }

    public mutating func add(_ points: Int64, to total: LedgerTotal) {
        switch total {
        case .earned: earned &+= points
        case .redeemed: redeemed &-= points
        case .expired: expired &-= points
        case .adjusted: adjusted &+= points
        case .reversed: reversed &-= points
        case .returned: returned &+= points
        }
    }

    var closing: Int64 { earned &+ adjusted &+ returned &- redeemed &- expired &- reversed }
}
