import Loyalty

/// The lists of members and of their entries, which are the long ones: what is not sorted by key is looked for in all.
extension ConsoleList {
    var memberColumns: [ConsoleColumn] {
        [
            .listed("member", .member), .listed("email", .text), .listed("tier", .text), .listed("balance", .points),
            .listed("orders", .number), .listed("activity", .moment), .kept("held", .points), .kept("earned", .points),
            .kept("redeemed", .points), .kept("expired", .points), .kept("entries", .number), .kept("joined", .moment),
            .kept("due", .day), .kept("referral_code", .text), .kept("granted_tier", .text),
            .kept("granted_through", .day), .kept("phone", .text), .kept("left", .moment),
        ]
    }

    func members(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString =
            switch ask.sort {
            case .newest: "last_activity_at DESC, member.shop_id, member.customer_id"
            case .most: "balance_points DESC, member.shop_id, member.customer_id"
            case .key, .name, .newestOfEach: "member.shop_id, member.customer_id"
            }
        return """
            SELECT shop.shop_id, shop.name, shop.currency, member.customer_id, member.customer_id, customer.name,
                customer.email, tier_key, balance_points, order_count, last_activity_at, held_points, earned_points,
                redeemed_points, expired_points, sequence, joined_at, due_on, referral_code, granted_tier_key,
                granted_through_on, customer.phone, left_at
            FROM member JOIN shop ON shop.shop_id = member.shop_id
            LEFT JOIN customer ON customer.customer_id = member.customer_id
            WHERE member.shop_id >= \(ask.firstShop) AND member.shop_id <= \(ask.lastShop)
                AND (\(ask.anyKey) = 1 OR member.customer_id = \(ask.keyText))
                AND (\(ask.anyText) = 1 OR member.customer_id = \(ask.text)
                    OR customer.folded_name LIKE \(ask.beginning) ESCAPE '\\'
                    OR customer.folded_name LIKE \("% " + ask.beginning) ESCAPE '\\'
                    OR LOWER(customer.email) LIKE \(ask.beginning) ESCAPE '\\')
                AND (\(ask.anyState) = 1 OR \(ask.stateText) = CASE
                    WHEN balance_points < 0 THEN 'in_debt' WHEN left_at IS NOT NULL THEN 'left'
                    WHEN due_on < \(ask.now.utcDay) THEN 'due' ELSE '' END)
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }

    var entryColumns: [ConsoleColumn] {
        [
            .listed("member", .member), .listed("number", .number), .listed("kind", .word), .listed("points", .points),
            .listed("balance_after", .points), .listed("reference", .text), .listed("recorded", .moment),
            .kept("occurred", .moment), .kept("description", .text), .kept("actor", .text), .kept("version", .number),
            .kept("basis", .number), .kept("hash", .bytes),
        ]
    }

    /// The key of an entry is its member's id, a slash, and its number.
    func entries(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString =
            ask.sort == .newestOfEach
            ? "entry.shop_id, entry.customer_id, entry.sequence DESC"
            : "entry.shop_id, entry.customer_id, entry.sequence"
        let (member, number) = entryKey(ask.keyText)
        return """
            SELECT shop.shop_id, shop.name, shop.currency, entry.customer_id || '/' || entry.sequence,
                entry.customer_id, customer.name, sequence, kind, points, balance_after, reference, recorded_at,
                occurred_at, description, actor, program_version, basis_amount, hash
            FROM entry JOIN shop ON shop.shop_id = entry.shop_id
            LEFT JOIN customer ON customer.customer_id = entry.customer_id
            WHERE entry.shop_id >= \(ask.firstShop) AND entry.shop_id <= \(ask.lastShop)
                AND (\(ask.anyKey) = 1 OR (entry.customer_id = \(member) AND entry.sequence = \(number)))
                AND (\(ask.anyText) = 1 OR entry.customer_id = \(ask.text) OR entry.reference = \(ask.text)
                    OR customer.folded_name LIKE \(ask.beginning) ESCAPE '\\')
                AND (\(ask.anyState) = 1 OR kind LIKE \(ask.stateText + "%"))
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }
}

private func entryKey(_ text: String) -> (member: String, number: Int64) {
    guard let slash = text.lastIndex(of: "/"), let number = Int64(text[text.index(after: slash)...]) else {
        return ("", 0)
    }
    return (String(text[..<slash]), number)
}
