import Loyalty
import Storage

/// Settles a referral within a write transaction: both members' files are opened, and both are saved.
struct SettleReferral {
    let shop: Shop
    let program: ProgramVersion?
    let today: Day
    let now: Instant
    private let transaction: WriteTransaction
    private var connection: any SQLConnection { transaction.connection }

    init(
        in shop: Shop, _ program: ProgramVersion?, on today: Day, at now: Instant, _ transaction: WriteTransaction
    ) {
        self.shop = shop
        self.program = program
        self.today = today
        self.now = now
        self.transaction = transaction
    }

    /// Settles the live referral by which an order's member was invited, where the order may matter to it.
    ///
    /// Members whom nobody invited cost nothing here, and others one look at their referral. The server itself is the
    /// actor: the referrer's history must not name who is behind the order.
    /// - Returns: `nil` where nothing changed.
    func callAsFunction(after held: HeldOrder, of member: Member) throws -> ReferralDecision? {
        guard let id = member.referralID, let referral = try ReferralStore(connection).referral(id, in: shop),
            referral.isTouched(by: held)
        else { return nil }
        return try settle(referral, by: serverActor)
    }

    /// Settles a referral against the orders that are held, and writes and tells what came of it.
    /// - Parameter held: The referral as the database has it, where that is not the one to settle.
    /// - Returns: `nil` where nothing changed.
    func settle(
        _ referral: Referral, over held: Referral? = nil, by actor: String
    ) throws -> ReferralDecision? {
        let (referrer, referee) = (try file(of: referral.referrerID), try file(of: referral.refereeID))
        let (referrerLots, refereeLots) = (try referrer.lots(), try referee.lots())
        var context = ReferralContext(
            firstOrder: try InvitationReport(connection).firstOrder(of: referral.refereeID, in: shop.id),
            referrer: MemberLedger(referrer.member, lots: referrerLots),
            referee: MemberLedger(referee.member, lots: refereeLots),
            areOnePerson: try CustomerStore(connection).areOnePerson(referral.referrerID, referral.refereeID),
            today: today, now: now, actor: actor)
        var decision = decideReferral(referral, given: context)
        let referrerLapsed = try referrer.lapsed(
            of: referral.referrerShare, in: referral.id, takenBackBy: decision.referrerPosting)
        let refereeLapsed = try referee.lapsed(
            of: referral.refereeShare, in: referral.id, takenBackBy: decision.refereePosting)
        if referrerLapsed != .none || refereeLapsed != .none {
            context.referrer = MemberLedger(referrer.member, lots: referrerLots, lapsed: referrerLapsed)
            context.referee = MemberLedger(referee.member, lots: refereeLots, lapsed: refereeLapsed)
            decision = decideReferral(referral, given: context)
        }
        try save(referrer, decision.referrer, decision.referrerPosting)
        try save(referee, decision.referee, decision.refereePosting)
        guard decision.referral != held ?? referral else { return nil }
        try ReferralStore(connection).save(decision.referral, in: shop.id)
        transaction.tell(decision.events(at: now))
        return decision
    }

    /// - Throws: ``StorageFailure/corrupt(_:)`` for somebody who is no member.
    private func file(of customer: Customer.ID) throws -> MemberFile {
        guard let file = try MemberFile.open(customer, in: shop, program, on: today, at: now, transaction) else {
            throw StorageFailure.corrupt("the member \(customer) of a referral is missing")
        }
        return file
    }

    private func save(_ file: MemberFile, _ after: Member, _ posting: Posting?) throws {
        if let posting { try LedgerStore(connection).append(posting, occurredOn: today) }
        try file.save(after)
    }
}

extension ReferralDecision {
    /// What the watchers of the shop are told of it.
    fileprivate func events(at now: Instant) -> [ActivityEvent] {
        let reference = referral.id.text
        let points = [(referrer, referrerPosting), (referee, refereePosting)].compactMap { member, posting in
            posting.map { posting in
                ActivityEvent(
                    .pointsChanged, of: member, points: posting.change, reference: reference, at: now)
            }
        }
        return [ActivityEvent(.referralChanged, of: referee, reference: reference, at: now)] + points
    }
}
