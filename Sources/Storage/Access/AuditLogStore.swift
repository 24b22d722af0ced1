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
        try connection.execute(
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
            SELECT audit_id, recorded_at, actor, action, subject, before_state, after_state FROM audit_log
            WHERE shop_id = \(shop) AND subject = \(subject) ORDER BY audit_id DESC LIMIT \(limit)
            """, read)
    }

    /// Acts, newest first, older than one.
    public func acts(in shop: Shop.ID, before id: Identifier<Act>?, limit: Int) throws -> [Act] {
        try connection.all(
            """
            SELECT audit_id, recorded_at, actor, action, subject, before_state, after_state FROM audit_log
            WHERE shop_id = \(shop) AND audit_id < \(id?.text ?? "~") ORDER BY audit_id DESC LIMIT \(limit)
            """, read)
    }

    private func read(_ row: inout SQLRow) throws -> Act {
        Act(
            id: try row.id(), at: try row.instant(), actor: try row.text(), action: try row.text(),
            subject: try row.text(), beforeText: try row.text(), afterText: try row.text())
    }
}
