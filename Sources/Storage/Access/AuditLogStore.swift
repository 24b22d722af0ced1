public import ExactJSON
public import Loyalty

/// Who changed what: one record of every act of a person or a key, within the transaction of the act.
public struct AuditLogStore {
    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// One act, with the state of its subject before and after as JSON; `null` where there was none.
    public struct Act: Sendable {
        public let id: Identifier<Act>
        public let at: Instant
        public let actor: String
        /// A verb and a noun: `save_program`.
        public let action: String
        /// What it was done to: an id.
        public let subject: String
        public let before: String
        public let after: String

        public init(
            id: Identifier<Act>, at: Instant, actor: String, action: String, subject: String,
            before: (some JSONWritable)?, after: (some JSONWritable)?
        ) {
            self.init(
                id: id, at: at, actor: actor, action: action, subject: subject, beforeText: before.jsonText,
                afterText: after.jsonText)
        }

        fileprivate init(
            id: Identifier<Act>, at: Instant, actor: String, action: String, subject: String, beforeText: String,
            afterText: String
        ) {
            self.id = id
            self.at = at
            self.actor = actor
            self.action = action
            self.subject = subject
            before = beforeText
            after = afterText
        }
    }

    public func append(_ act: Act, in shop: Shop.ID) throws {
        try connection.send(
            """
            INSERT INTO audit_log (
                shop_id, audit_id, recorded_at, actor, action, subject, before_state, after_state)
            VALUES (
                \(shop), \(act.id), \(act.at), \(act.actor), \(act.action), \(act.subject), \(act.before),
                \(act.after))
            """)
    }

    /// The latest acts that were done to a subject, newest first.
    public func acts(about subject: String, in shop: Shop.ID, limit: Int) throws -> [Act] {
        try connection.all(
            """
            SELECT \(sql: columns) FROM audit_log
            WHERE shop_id = \(shop) AND subject = \(subject) ORDER BY audit_id DESC LIMIT \(limit)
            """, read)
    }

    /// Acts, newest first, older than one; of one actor, or of one kind, where one is named.
    public func acts(
        in shop: Shop.ID, by actor: String? = nil, of action: String? = nil, before id: Identifier<Act>?, limit: Int
    ) throws -> [Act] {
        // A statement for each, because each goes by an index of its own.
        switch (actor, action) {
        case (nil, nil):
            try connection.all(
                """
                SELECT \(sql: columns) FROM audit_log
                WHERE shop_id = \(shop) AND audit_id < \(id?.text ?? afterAllIDs)
                ORDER BY audit_id DESC LIMIT \(limit)
                """, read)
        case (let actor?, _):
            try connection.all(
                """
                SELECT \(sql: columns) FROM audit_log
                WHERE shop_id = \(shop) AND actor = \(actor) AND (\(action == nil) = 1 OR action = \(action ?? ""))
                    AND audit_id < \(id?.text ?? afterAllIDs)
                ORDER BY audit_id DESC LIMIT \(limit)
                """, read)
        case (nil, let action?):
            try connection.all(
                """
                SELECT \(sql: columns) FROM audit_log
                WHERE shop_id = \(shop) AND action = \(action) AND audit_id < \(id?.text ?? afterAllIDs)
                ORDER BY audit_id DESC LIMIT \(limit)
                """, read)
        }
    }

    /// Who ever did something, in the order of their names.
    public func actors(in shop: Shop.ID, limit: Int) throws -> [String] { try leap(over: "actor", in: shop, limit) }

    /// The kinds of acts that were ever done, in the order of their names.
    public func actions(in shop: Shop.ID, limit: Int) throws -> [String] { try leap(over: "action", in: shop, limit) }

    /// What stands in a column, each once: found by leaping from one to the next, not by going through all acts.
    private func leap(over column: StaticString, in shop: Shop.ID, _ limit: Int) throws -> [String] {
        try connection.all(
            """
            WITH RECURSIVE leap (value) AS (
                SELECT MIN(\(sql: column)) FROM audit_log WHERE shop_id = \(shop)
                UNION ALL
                SELECT (SELECT MIN(\(sql: column)) FROM audit_log
                    WHERE shop_id = \(shop) AND \(sql: column) > leap.value)
                FROM leap WHERE leap.value IS NOT NULL)
            SELECT value FROM leap WHERE value IS NOT NULL LIMIT \(limit)
            """
        ) { row in try row.text() }
    }

    private func read(_ row: inout SQLRow) throws -> Act {
        Act(
            id: try row.id(), at: try row.instant(), actor: try row.text(), action: try row.text(),
            subject: try row.text(), beforeText: try row.text(), afterText: try row.text())
    }
}

private let columns: StaticString = "audit_id, recorded_at, actor, action, subject, before_state, after_state"
/// A text that sorts after every id.
private let afterAllIDs = "~"
