import Loyalty
import Operations
import Storage

/// Everything about one member that those who run the shop are shown.
struct MemberSheet: Sendable {
    let view: MemberView
    let tier: TierExplanation?
    /// What happened, newest first; one more than is shown tells whether there is more.
    let entries: [EntryExplanation]
    let lots: ViewLots.Shelf
    let holds: [HoldDetails]
    let redemptions: [RedemptionDetails]
    /// What was done to the member by hand; for the owner alone.
    let acts: [AuditLogStore.Act]
    /// What those are called who did it.
    let names: [String: String]
    let zone: Zone
    let today: Day
    let now: Instant

    static let entriesShown = 20

    /// - Throws: ``MemberRejection/membershipMustExist``.
    init(
        of customer: Customer.ID, below sequence: Int64, _ context: BackOfficeContext, _ surroundings: Surroundings
    ) async throws {
        let shop = context.shop
        view = try await ViewMembers(in: surroundings)(customer, in: shop)
        let hasProgram = view.ladder != nil
        tier = hasProgram ? try await ExplainTier(in: surroundings)(of: customer, in: shop) : nil
        entries = try await ExplainEntries(in: surroundings).list(
            of: customer, in: shop, below: sequence, limit: Self.entriesShown + 1)
        lots = try await ViewLots(in: surroundings)(of: customer, in: shop)
        holds = try await ViewHolds(in: surroundings).live(of: customer, in: shop)
        redemptions = try await ViewRedemptions(in: surroundings)(in: shop, of: customer, before: nil, limit: 10)
        acts =
            context.isOwner
            ? try await ViewAuditLog(in: surroundings).acts(about: customer, in: shop, limit: 20) : []
        names = try await NamePeople(in: surroundings)(Set(acts.map(\.actor)))
        zone = try surroundings.zones.zone(named: shop.timeZone)
        now = surroundings.now()
        today = zone.day(of: now)
    }
}
