public import Loyalty
import Storage

/// Saves a shop's program as a new version, which governs what happens after it.
public struct SaveProgram: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameters:
    ///   - base: The number of the version that the author looked at, 0 for none; it must still be the newest.
    ///   - edit: Makes the new settings of the newest ones, or of the standard program where there are none.
    /// - Returns: The version in force now, and whether it is the shop's first. A save that changes nothing makes no
    ///   version.
    /// - Throws: ``ProgramRejection``, and what the edit throws.
    public func callAsFunction(
        in shop: Shop, actor: String, basedOn base: Int? = nil,
        edit: @escaping @Sendable (Program) throws -> Program
    ) async throws -> (version: ProgramVersion, isFirst: Bool) {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let draft = try ProgramDraft(
                in: shop, on: today, at: act.at, by: actor, basedOn: base, connection, edit: edit)
            guard draft.isNew else { return (draft.version, draft.newest == nil) }
            try ProgramStore(connection).insert(draft.version, in: shop.id)
            if draft.version.movesTiers(after: draft.newest) { try bringUpToDate(draft, in: shop, transaction) }
            try AuditLogStore(connection).append(
                act.made(
                    "save_program", of: String(draft.version.number), by: actor, before: draft.newest?.program,
                    after: draft.version.program), in: shop.id)
            transaction.tell(
                ActivityEvent(
                    kind: .programSaved, shopID: shop.id, customerID: nil, at: act.at,
                    reference: String(draft.version.number)))
            return (draft.version, draft.newest == nil)
        }
    }

    /// Has the upkeep bring all members to the tiers of the new version. What is shown of them is right at once; with
    /// a shop's first program so is what is stored, unless it has more members than one transaction should move.
    private func bringUpToDate(_ draft: ProgramDraft, in shop: Shop, _ transaction: WriteTransaction) throws {
        let isDone =
            draft.newest == nil
            ? try EnterLadder(transaction).enter(draft.version, in: shop, on: draft.today, at: draft.version.savedAt)
            : false
        if !isDone { try ShopUpkeepStore(transaction.connection).reviewAll(in: shop.id) }
    }
}

/// What saving a program would make, by what the database says now.
struct ProgramDraft {
    /// The version in force; `nil` where the shop never saved one.
    let newest: ProgramVersion?
    /// The version that comes of it: the newest itself where nothing is different.
    let version: ProgramVersion
    let today: Day

    var isNew: Bool { version.number != newest?.number }

    /// - Throws: ``ProgramRejection``, and what the edit throws.
    init(
        in shop: Shop, on today: Day, at now: Instant, by author: String, basedOn base: Int? = nil,
        _ connection: any SQLConnection, edit: (Program) throws -> Program
    ) throws {
        newest = try ProgramStore(connection).newest(in: shop)
        version = try decideProgram(
            edit(newest?.program ?? .standard(in: shop.currency)), after: newest, basedOn: base,
            holders: TierStore(connection).holders(in: shop.id, on: today), on: today, at: now, by: author)
        self.today = today
    }
}
