public import Loyalty
import Storage

/// Tells what saving a program would change, and changes nothing.
public struct PreviewProgram: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Reads the members page by page, each page in one committed state, so that orders are not kept waiting.
    /// - Parameter edit: Makes the settings of the newest ones, as ``SaveProgram`` takes it.
    /// - Throws: ``ProgramRejection``, as a save would, and what the edit throws.
    public func callAsFunction(
        in shop: Shop, actor: String, edit: @escaping @Sendable (Program) throws -> Program
    ) async throws -> ProgramPreview {
        var preview = try await arithmetic(in: shop, actor: actor, edit: edit)
        var last: Customer.ID?
        repeat {
            try Task.checkCancellation()
            let page = try await surroundings.database.read { [last, from = preview.recentFrom] connection in
                try PreviewPage(after: last, in: shop, recentFrom: from, connection)
            }
            for row in page.rows where !row.member.hasLeft { preview.add(row.member, row.history, recent: row.recent) }
            last = page.rows.last?.member.customerID
        } while last != nil
        return preview
    }

    /// The same without the members: what the program makes of sample orders, at the cost of two rows.
    /// - Throws: As the whole preview does.
    public func arithmetic(
        in shop: Shop, actor: String, edit: @escaping @Sendable (Program) throws -> Program
    ) async throws -> ProgramPreview {
        let now = surroundings.now()
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: now)
        let draft = try await surroundings.database.read { connection in
            try ProgramDraft(in: shop, on: today, at: now, by: actor, connection, edit: edit)
        }
        return ProgramPreview(of: draft.version, after: draft.newest, in: shop, on: today)
    }
}
