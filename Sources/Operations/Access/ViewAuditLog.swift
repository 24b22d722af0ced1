public import Loyalty
public import Storage

/// Shows an owner who changed what.
public struct ViewAuditLog: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Acts, newest first, older than one.
    public func callAsFunction(
        in shop: Shop, before id: Identifier<AuditLogStore.Act>?, limit: Int
    ) async throws -> [AuditLogStore.Act] {
        try await surroundings.database.read { connection in
            try AuditLogStore(connection).acts(in: shop.id, before: id, limit: limit)
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
