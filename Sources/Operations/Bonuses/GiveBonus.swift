public import Loyalty
public import Storage

/// Gives a member the bonus for an event: a review, or one of the program's own.
public struct GiveBonus: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// What was reported.
    public struct Report: Sendable {
        public let customerID: Customer.ID
        public let eventKey: String
        /// The occasion: for each, a member gets the bonus once.
        public let reference: Bonus.Reference
        /// `nil` for now.
        public let occurredAt: Instant?

        public init(
            customerID: Customer.ID, eventKey: String, reference: Bonus.Reference, occurredAt: Instant? = nil
        ) {
            self.customerID = customerID
            self.eventKey = eventKey
            self.reference = reference
            self.occurredAt = occurredAt
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        public let row: BonusReport.Row
        /// Whether it was given now; what was given before, for the same reference, is shown again and has no effect.
        public let isNew: Bool
    }

    /// - Parameter person: Who reports it in person; that goes into the audit log.
    /// - Throws: ``MemberRejection`` or ``BonusRejection``.
    public func callAsFunction(
        _ report: Report, in shop: Shop, actor: String, person: Customer.ID? = nil
    ) async throws -> Outcome {
        let act = surroundings.act
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        let occurredAt = report.occurredAt ?? act.at
        let claim = try BonusClaim(
            eventKey: report.eventKey, reference: report.reference,
            occasion: BonusOccasion(
                occurredAt: occurredAt, occurredOn: zone.day(of: occurredAt), now: act.at, actor: actor))
        return try await surroundings.write(in: shop.id) { transaction in
            let outcome = try give(claim, to: report.customerID, in: shop, on: zone.day(of: act.at), transaction)
            if outcome.isNew, let person {
                try AuditLogStore(transaction.connection).append(
                    act.made(
                        "give_bonus", of: report.customerID.text, by: person.text, before: String?.none,
                        after: BonusDocument(row: outcome.row)), in: shop.id)
            }
            return outcome
        }
    }

    private func give(
        _ claim: BonusClaim, to customer: Customer.ID, in shop: Shop, on today: Day, _ transaction: WriteTransaction
    ) throws -> Outcome {
        let connection = transaction.connection
        let program = try ProgramStore(connection).newest(in: shop)
        let held = try BonusReport(connection).bonus(for: claim.eventKey, claim.reference, of: customer, in: shop.id)
        if let held { return Outcome(row: held, isNew: false) }
        let file = try MemberFile.required(
            of: customer, in: shop, program, on: today, at: claim.occasion.now, transaction)
        let bonuses = BonusStore(connection)
        let period = program?.program.bonuses.period(of: claim.eventKey, around: claim.occasion.occurredOn)
        let count = try period.map { try bonuses.count(of: claim.eventKey, on: $0, to: customer, in: shop.id) }
        let gift = try decideBonus(for: claim, to: file.member, under: program, after: count ?? 0)
        try bonuses.append(gift)
        try file.save(gift.member)
        transaction.tell(ActivityEvent(of: gift, at: claim.occasion.now))
        return Outcome(row: BonusReport.Row(gift.bonus, gift.posting.entry), isNew: true)
    }
}
