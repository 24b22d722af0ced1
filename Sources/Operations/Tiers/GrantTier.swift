import ExactJSON
public import Loyalty
import Storage

/// Gives a member a tier by hand, or takes it back.
public struct GrantTier: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Gives a tier that is held at least, from today through a day.
    /// - Throws: ``MemberRejection`` or ``GrantRejection``.
    public func callAsFunction(
        _ tierKey: String, through lastDay: Day, reason: String, to customer: Customer.ID, in shop: Shop, actor: String
    ) async throws {
        let draft = GrantDraft(action: "grant_tier", reason: reason)
        try await change(customer, in: shop, actor: actor, draft) { file, tiers, today, now in
            try decideGrant(
                of: tierKey, through: lastDay, reason: reason, to: file.member, file.history, by: tiers, on: today,
                at: now)
        }
    }

    /// Takes a tier back that was given by hand.
    /// - Throws: ``MemberRejection`` or ``GrantRejection``.
    public func end(of customer: Customer.ID, in shop: Shop, actor: String) async throws {
        let draft = GrantDraft(action: "revoke_tier", reason: nil)
        try await change(customer, in: shop, actor: actor, draft) { file, tiers, today, now in
            try decideGrantEnd(of: file.member, file.history, by: tiers, on: today, at: now)
        }
    }

    private func change(
        _ customer: Customer.ID, in shop: Shop, actor: String, _ draft: GrantDraft,
        _ decide: @escaping @Sendable (MemberFile, TierTimeline?, Day, Instant) throws -> GrantDecision
    ) async throws {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            let file = try MemberFile.required(of: customer, in: shop, program, on: today, at: act.at, transaction)
            let decision = try decide(file, program?.tiers, today, act.at)
            try file.save(decision.member, [decision.tierChange].compactMap(\.self))
            try AuditLogStore(connection).append(
                act.made(
                    draft.action, of: customer.text, by: actor, before: file.member.grant.map { GrantState($0, nil) },
                    after: decision.member.grant.map { GrantState($0, draft.reason) }), in: shop.id)
            guard decision.tierChange != nil else { return }
            transaction.tell(ActivityEvent(.tierChanged, of: decision.member, reference: "", at: act.at))
        }
    }
}

private struct GrantDraft: Sendable {
    let action: String
    let reason: String?
}

/// A grant as the audit log keeps it.
private struct GrantState: JSONWritable {
    private let grant: TierGrant
    private let reason: String?

    init(_ grant: TierGrant, _ reason: String?) {
        self.grant = grant
        self.reason = reason
    }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("tier", grant.tierKey)
            json.field("from", grant.grantedOn)
            json.field("through", grant.lastDay)
            if let reason { json.field("reason", reason) }
        }
    }
}
