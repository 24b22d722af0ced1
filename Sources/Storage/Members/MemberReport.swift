public import Loyalty

/// Lists of members for pages and JSON.
public struct MemberReport {
    let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// Members by customer id, after one; with a search, those whose id, name or e-mail address begins like it.
    public func members(
        in shop: Shop.ID, search: String?, after customer: Customer.ID?, limit: Int
    ) throws -> [NamedMember] {
        let pattern = search.map { LikePattern.beginning(with: $0.lowercased()) } ?? "%"
        return try connection.all(
            """
            SELECT \(sql: MemberReport.columns)
            FROM member LEFT JOIN customer ON customer.customer_id = member.customer_id
            WHERE member.shop_id = \(shop) AND member.customer_id > \(customer?.text ?? "")
                AND (\(search == nil) = 1 OR LOWER(member.customer_id) LIKE \(pattern) ESCAPE '\\'
                    OR customer.folded_name LIKE \(pattern) ESCAPE '\\'
                    OR LOWER(customer.email) LIKE \(pattern) ESCAPE '\\')
            ORDER BY member.customer_id LIMIT \(limit)
            """
        ) { row in try MemberReport.read(&row, in: shop) }
    }

    /// The members who earned most, without those who left.
    public func top(_ count: Int, in shop: Shop.ID) throws -> [NamedMember] {
        try connection.all(
            """
            SELECT \(sql: MemberReport.columns)
            FROM member LEFT JOIN customer ON customer.customer_id = member.customer_id
            WHERE member.shop_id = \(shop) AND left_at IS NULL
            ORDER BY earned_points DESC, member.customer_id LIMIT \(count)
            """
        ) { row in try MemberReport.read(&row, in: shop) }
    }

    /// The shops a customer is a member of, by shop id.
    public func memberships(of customer: Customer.ID) throws -> [Shop.ID] {
        try connection.all(
            "SELECT shop_id FROM member WHERE customer_id = \(customer) AND left_at IS NULL ORDER BY shop_id"
        ) { row in try row.id() }
    }

    static let columns: StaticString = """
        member.customer_id, customer.name, customer.email, joined_at, joined_on, referral_code, tier_key, sequence,
        balance_points, held_points, earned_points, redeemed_points, expired_points, order_count, tier_change_count,
        last_activity_at, due_on, referral_id, granted_tier_key, granted_on, granted_through_on, left_at
        """

    static func read(_ row: inout SQLRow, in shop: Shop.ID) throws -> NamedMember {
        let customer: Customer.ID = try row.id()
        let (name, email) = (row.optionalText() ?? "", row.optionalText())
        return NamedMember(
            member: try MemberStore.read(&row, customer: customer, shop: shop), name: name, email: email)
    }
}

/// Texts for `LIKE … ESCAPE '\'`.
enum LikePattern {
    static func beginning(with text: String) -> String {
        var pattern = ""
        for character in text {
            if "%_\\".contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
        return pattern + "%"
    }
}
