public import Loyalty
public import Storage

/// Shows an owner who changed what.
public struct ViewAuditLog: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Acts, newest first, older than one; of one actor, or of one kind, where one is named.
    public func callAsFunction(
        in shop: Shop, by actor: String? = nil, of action: String? = nil,
        before id: Identifier<AuditLogStore.Act>?, limit: Int
    ) async throws -> [AuditLogStore.Act] {
        try await surroundings.database.read { connection in
            try AuditLogStore(connection).acts(in: shop.id, by: actor, of: action, before: id, limit: limit)
        }
    }

    /// Who ever did something in a shop, and what kinds of things were done; so many of each at most.
    public func choices(in shop: Shop, limit: Int) async throws -> (actors: [String], actions: [String]) {
        try await surroundings.database.read { connection in
            let log = AuditLogStore(connection)
            return (try log.actors(in: shop.id, limit: limit), try log.actions(in: shop.id, limit: limit))
        }
    }

    /// Acts as CSV, newest first, with what was there before and after them as JSON.
    public func export(
        in shop: Shop, by actor: String? = nil, of action: String? = nil
    ) -> CSVPages<Identifier<AuditLogStore.Act>> {
        CSVPages(header: ["id", "at", "actor", "name", "action", "subject", "before", "after"]) { last in
            let acts = try await self(in: shop, by: actor, of: action, before: last, limit: rowsMax)
            let names = try await NamePeople(in: surroundings)(Set(acts.map(\.actor)))
            let rows = acts.map { act in
                [
                    csvText(act.id.text), act.at.description, csvText(act.actor), csvText(names[act.actor] ?? ""),
                    csvText(act.action), csvText(act.subject), csvText(act.before), csvText(act.after),
                ]
            }
            return (rows, acts.last?.id)
        }
    }

    /// The latest acts that were done to a member, a reward or whatever else has an id, newest first.
    public func acts<Entity>(
        about subject: Identifier<Entity>, in shop: Shop, limit: Int
    ) async throws -> [AuditLogStore.Act] {
        try await surroundings.database.read { connection in
            try AuditLogStore(connection).acts(about: subject.text, in: shop.id, limit: limit)
        }
    }
}

private let rowsMax = 200
