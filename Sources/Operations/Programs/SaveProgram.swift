public import Loyalty
import Storage

/// Saves a shop's program as a new version, which governs what happens after it.
public struct SaveProgram: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Parameter edit: Makes the new settings of the newest ones, or of the standard program where there are none.
    /// - Returns: The version in force now, and whether it is the shop's first. A save that changes nothing makes no
    ///   version.
    /// - Throws: ``ProgramRejection``, and what the edit throws.
    public func callAsFunction(
        in shop: Shop, actor: String, edit: @escaping @Sendable (Program) throws -> Program
    ) async throws -> (version: ProgramVersion, isFirst: Bool) {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        let saved = try await surroundings.database.write { connection in
            let store = ProgramStore(connection)
            let newest = try store.newest(in: shop)
            let program = try edit(newest?.program ?? .standard(in: shop.currency))
            try validateProgram(program)
            if let newest, newest.program == program { return (newest, false) }
            let version = ProgramVersion(
                number: (newest?.number ?? 0) + 1, savedAt: act.at, author: actor, program: program,
                expirySwitchedOn: ProgramVersion.expirySwitchedOn(by: program, after: newest, on: today))
            try store.insert(version, in: shop.id)
            if let newest, newest.program.tiers != program.tiers {
                try ShopUpkeepStore(connection).reviewAll(in: shop.id)
            }
            if newest == nil { try EnterLadder(connection).enter(version, in: shop, on: today, at: act.at) }
            try AuditLogStore(connection).append(
                act.made(
                    "save_program", of: String(version.number), by: actor, before: newest?.program,
                    after: version.program), in: shop.id)
            return (version, newest == nil)
        }
        surroundings.activity.publish([
            ActivityEvent(
                kind: .programSaved, shopID: shop.id, customerID: nil, at: act.at, reference: String(saved.0.number))
        ])
        return saved
    }
}
