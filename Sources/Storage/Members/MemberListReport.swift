public import Loyalty

/// What a list of members is ordered by, the most first; the raw values stand in paths.
public enum MemberOrder: String, Sendable, CaseIterable {
    case activity
    case points
    /// All spending that counts. It is summed up for the list, so that it takes longer the more members a shop has.
    case spending
}

/// Which members a list has.
public struct MemberFilter: Sendable {
    /// What an id, a name, one of its words, or an e-mail address begins with, or what stands in a telephone number.
    public var search: String?
    public var tierKey: String?
    /// Only members whose balance is below zero.
    public var isInDebt: Bool
    public var order: MemberOrder

    /// Without anything, all members.
    public init(
        search: String? = nil, tierKey: String? = nil, isInDebt: Bool = false, order: MemberOrder = .activity
    ) {
        self.search = search
        self.tierKey = tierKey
        self.isInDebt = isInDebt
        self.order = order
    }
}

/// Where a list of members was left: what its last member is ordered by, and who it is.
public struct MemberPlace: Hashable, Sendable {
    public let value: Int64
    public let customerID: Customer.ID

    public init(value: Int64, customerID: Customer.ID) {
        self.value = value
        self.customerID = customerID
    }

    /// Before everybody.
    static let first = MemberPlace(value: .max, customerID: Identifier(trusted: ""))
}

/// A member in a list, and where in it.
public struct ListedMember: Sendable {
    public let named: NamedMember
    public let place: MemberPlace
}

extension MemberReport {
    /// Members by an order, after a place.
    public func members(
        in shop: Shop.ID, _ filter: MemberFilter, after place: MemberPlace?, limit: Int
    ) throws -> [ListedMember] {
        let (after, wanted) = (place ?? .first, Wanted(filter))
        let (value, id) = (after.value, after.customerID)
        let key = filter.order.key
        return try connection.all(
            """
            SELECT \(sql: MemberReport.columns), \(sql: key)
            FROM member LEFT JOIN customer ON customer.customer_id = member.customer_id
            WHERE member.shop_id = \(shop) AND (\(sql: key), member.customer_id) < (\(value), \(id))
                AND (\(wanted.anyTier) = 1 OR (tier_key = \(wanted.tier) AND left_at IS NULL))
                AND (\(wanted.anyBalance) = 1 OR balance_points < 0)
                AND (\(wanted.anybody) = 1 OR LOWER(member.customer_id) LIKE \(wanted.start) ESCAPE '\\'
                    OR folded_name LIKE \(wanted.start) ESCAPE '\\' OR folded_name LIKE \(wanted.word) ESCAPE '\\'
                    OR LOWER(email) LIKE \(wanted.start) ESCAPE '\\' OR phone LIKE \(wanted.phone) ESCAPE '\\')
            ORDER BY \(sql: key) DESC, member.customer_id DESC LIMIT \(limit)
            """
        ) { row in
            let named = try MemberReport.read(&row, in: shop)
            let place = MemberPlace(value: try row.integer(), customerID: named.member.customerID)
            return ListedMember(named: named, place: place)
        }
    }
}

extension MemberOrder {
    /// What members are ordered by. The first two stand in indexes, so that a page is found without going through all
    /// members; the sums of spending do not.
    fileprivate var key: StaticString {
        switch self {
        case .points: "earned_points"
        case .activity: "last_activity_at"
        case .spending:
            """
            (SELECT COALESCE(SUM(amount), 0) FROM spending_day
            WHERE spending_day.shop_id = member.shop_id AND spending_day.customer_id = member.customer_id)
            """
        }
    }
}

/// A filter as the statement asks it.
private struct Wanted {
    let anyTier: Bool
    let tier: String
    let anyBalance: Bool
    let anybody: Bool
    /// Patterns for `LIKE`.
    let start: String
    let word: String
    let phone: String

    init(_ filter: MemberFilter) {
        let search = filter.search?.lowercased() ?? ""
        let digits = search.filter(\.isNumber)
        anyTier = filter.tierKey == nil
        tier = filter.tierKey ?? ""
        anyBalance = !filter.isInDebt
        anybody = search.isEmpty
        start = LikePattern.beginning(with: search)
        word = "% " + start
        // Fewer digits would be found in too many numbers.
        phone = digits.utf8.count >= digitsMin ? "%\(LikePattern.beginning(with: digits))" : start
    }
}

private let digitsMin = 4
