public import Loyalty

/// Finds members of one shop by what they say of themselves, within one transaction. Who left is none.
public struct MemberSearch {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// The member who invites others with that code.
    public func member(invitingWith code: String, in shop: Shop.ID) throws -> Customer.ID? {
        try connection.first(
            "SELECT customer_id FROM member WHERE shop_id = \(shop) AND referral_code = \(code) AND left_at IS NULL"
        ) { row in try row.id() }
    }

    /// Members with that id or e-mail address, with a telephone number that ends so, or with a name of which a word
    /// begins so; by name.
    public func members(called words: String, in shop: Shop.ID, limit: Int) throws -> [NamedMember] {
        let beginning = LikePattern.beginning(with: words.lowercased())
        let digits = phoneDigits(of: words)
        return try connection.all(
            """
            SELECT \(sql: MemberReport.columns)
            FROM member LEFT JOIN customer ON customer.customer_id = member.customer_id
            WHERE member.shop_id = \(shop) AND left_at IS NULL
                AND (member.customer_id = \(words) OR LOWER(customer.email) = \(words.lowercased())
                    OR customer.folded_name LIKE \(beginning) ESCAPE '\\'
                    OR customer.folded_name LIKE \("% " + beginning) ESCAPE '\\'
                    OR (\(digits.isEmpty) = 0 AND \(sql: bareNumber) LIKE \("%" + digits)))
            ORDER BY customer.folded_name, member.customer_id LIMIT \(limit)
            """
        ) { row in try MemberReport.read(&row, in: shop) }
    }
}

/// The digits that tell a number from others, without what the country or the network puts before them; empty where the
/// text is no telephone number.
private func phoneDigits(of text: String) -> String {
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || " +-()/.".contains($0)) }) else { return "" }
    let digits = text.filter(\.isNumber).drop { $0 == "0" }
    return digits.count < phoneDigitsMin ? "" : String(digits)
}

/// Fewer fit too many numbers.
private let phoneDigitsMin = 6

private let bareNumber: StaticString =
    "REPLACE(REPLACE(REPLACE(REPLACE(customer.phone, ' ', ''), '-', ''), '(', ''), ')', '')"
