import ExactJSON
import Loyalty
import Storage

/// The time and the id of an act, drawn before its transaction begins, because a transaction may run twice.
struct ActDraft: Sendable {
    let id: Identifier<AuditLogStore.Act>
    let at: Instant

    func made(
        _ action: String, of subject: String, by actor: String, before: (some JSONWritable)?,
        after: (some JSONWritable)?
    ) -> AuditLogStore.Act {
        AuditLogStore.Act(
            id: id, at: at, actor: actor, action: action, subject: subject, before: before, after: after)
    }
}

extension Surroundings {
    /// A new act, happening now.
    var act: ActDraft { ActDraft(id: newID(), at: now()) }
}
