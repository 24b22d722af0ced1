import Loyalty

/// The lists of shops, their programs, their scheduled work and their audit logs.
extension ConsoleList {
    var shopColumns: [ConsoleColumn] {
        [
            .listed("owner", .text), .listed("currency", .text), .listed("time_zone", .text),
            .listed("members", .number), .listed("outstanding", .points), .listed("created", .moment),
            .kept("logo", .text),
        ]
    }

    func shops(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString =
            switch ask.sort {
            case .name: "LOWER(shop.name), shop.shop_id"
            case .newest: "shop.created_at DESC, shop.shop_id"
            case .most: "members DESC, shop.shop_id"
            case .key, .newestOfEach: "shop.shop_id"
            }
        return """
            SELECT shop.shop_id, shop.name, shop.currency, shop.shop_id, shop.owner_id, shop.currency, shop.time_zone,
                (SELECT COALESCE(SUM(member_count), 0) FROM tier_count WHERE tier_count.shop_id = shop.shop_id)
                    AS members,
                (SELECT COALESCE(SUM(earned_points + adjusted_points + returned_points - redeemed_points
                    - expired_points - reversed_points), 0) FROM shop_day WHERE shop_day.shop_id = shop.shop_id),
                shop.created_at, shop.logo_url
            FROM shop
            WHERE shop.shop_id >= \(ask.firstShop) AND shop.shop_id <= \(ask.lastShop)
                AND (\(ask.anyText) = 1 OR LOWER(shop.shop_id) LIKE \(ask.anywhere) ESCAPE '\\'
                    OR LOWER(shop.name) LIKE \(ask.anywhere) ESCAPE '\\' OR shop.owner_id = \(ask.text))
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }

    var programColumns: [ConsoleColumn] {
        [
            .listed("version", .number), .listed("state", .word), .listed("saved", .moment), .listed("author", .text),
            .kept("settings", .document), .kept("earlier_tiers", .document),
        ]
    }

    func programs(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString = ask.sort == .key ? "shop_id, number" : "saved_at DESC, shop_id, number DESC"
        return """
            SELECT shop_id, name, currency, CAST(number AS TEXT) AS version_key, number, state, saved_at, author,
                settings, earlier_tiers
            FROM (
                SELECT shop.shop_id, shop.name, shop.currency, number, saved_at, author, settings, earlier_tiers,
                    CASE WHEN number = (SELECT MAX(number) FROM program_version AS newest
                        WHERE newest.shop_id = program_version.shop_id) THEN 'in_force' ELSE 'earlier' END AS state
                FROM program_version JOIN shop ON shop.shop_id = program_version.shop_id
                WHERE program_version.shop_id >= \(ask.firstShop) AND program_version.shop_id <= \(ask.lastShop)
            ) AS version
            WHERE (\(ask.anyState) = 1 OR state = \(ask.stateText))
                AND (\(ask.anyKey) = 1 OR CAST(number AS TEXT) = \(ask.keyText))
                AND (\(ask.anyText) = 1 OR author = \(ask.text) OR LOWER(name) LIKE \(ask.anywhere) ESCAPE '\\')
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }

    var workColumns: [ConsoleColumn] {
        [
            .listed("state", .word), .listed("members_due", .number), .listed("codes_due", .number),
            .listed("holds_due", .number), .listed("birthdays", .day), .listed("sealed", .day),
            .kept("bonuses_closed", .moment), .kept("review_from", .text),
        ]
    }

    /// What was due before today in UTC, and is not done yet; what falls due today is done within minutes.
    func work(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString = ask.sort == .most ? "members_due + codes_due + holds_due DESC, shop_id" : "shop_id"
        return """
            SELECT shop_id, name, currency, shop_id,
                CASE WHEN members_due + codes_due + holds_due > 0 OR review_from IS NOT NULL THEN 'waiting'
                    ELSE 'done' END AS state,
                members_due, codes_due, holds_due, birthdays_through_on, sealed_on, closed_before_at, review_from
            FROM (
                SELECT shop.shop_id, shop.name, shop.currency, birthdays_through_on, closed_before_at, review_from,
                    (SELECT COUNT(*) FROM member WHERE member.shop_id = shop.shop_id
                        AND due_on < \(ask.now.utcDay)) AS members_due,
                    (SELECT COUNT(*) FROM redemption WHERE redemption.shop_id = shop.shop_id
                        AND expires_at <= \(ask.now) AND used_at IS NULL AND cancelled_at IS NULL
                        AND expired_at IS NULL) AS codes_due,
                    (SELECT COUNT(*) FROM hold WHERE hold.shop_id = shop.shop_id AND expires_at <= \(ask.now)
                        AND ended_at IS NULL) AS holds_due,
                    (SELECT MAX(sealed_on) FROM seal WHERE seal.shop_id = shop.shop_id) AS sealed_on
                FROM shop LEFT JOIN shop_upkeep ON shop_upkeep.shop_id = shop.shop_id
                WHERE shop.shop_id >= \(ask.firstShop) AND shop.shop_id <= \(ask.lastShop)
            ) AS work
            WHERE (\(ask.anyText) = 1 OR LOWER(shop_id) LIKE \(ask.anywhere) ESCAPE '\\'
                    OR LOWER(name) LIKE \(ask.anywhere) ESCAPE '\\')
                AND (\(ask.anyState) = 1 OR \(ask.stateText) = CASE
                    WHEN members_due + codes_due + holds_due > 0 OR review_from IS NOT NULL THEN 'waiting'
                    ELSE 'done' END)
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }

    var actColumns: [ConsoleColumn] {
        [
            .listed("when", .moment), .listed("actor", .text), .listed("action", .word), .listed("subject", .text),
            .kept("before", .document), .kept("after", .document),
        ]
    }

    func acts(_ ask: ConsoleAsk) -> SQLStatement {
        let order: StaticString =
            ask.sort == .key ? "audit_log.shop_id, audit_id" : "audit_id DESC, audit_log.shop_id"
        return """
            SELECT shop.shop_id, shop.name, shop.currency, audit_id, recorded_at, actor, action, subject,
                before_state, after_state
            FROM audit_log JOIN shop ON shop.shop_id = audit_log.shop_id
            WHERE audit_log.shop_id >= \(ask.firstShop) AND audit_log.shop_id <= \(ask.lastShop)
                AND (\(ask.anyKey) = 1 OR audit_id = \(ask.keyText))
                AND (\(ask.anyText) = 1 OR LOWER(actor) LIKE \(ask.beginning) ESCAPE '\\'
                    OR action LIKE \(ask.anywhere) ESCAPE '\\' OR subject = \(ask.text))
            ORDER BY \(sql: order) LIMIT \(ask.limit) OFFSET \(ask.offset)
            """
    }
}
