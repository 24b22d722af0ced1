import Loyalty
import Storage

/// One member within a write transaction: opened with all done that is due, saved with all that hangs on it.
struct MemberFile {
    /// The member as of today.
    let member: Member
    let history: SpendingHistory
    private let transaction: WriteTransaction
    private var connection: any SQLConnection { transaction.connection }
    /// Whether the member joins with this transaction.
    let isNew: Bool
    /// The tier that the database counts the member under; `nil` for who is new, or has left.
    private let countedTierKey: String?
    private let review: TierChange?
    /// What somebody who joins is given for it.
    private let welcome: BonusGift?

    /// Opens the file of somebody who is a member already, and does what is due for the member: no decision sees points
    /// that have lapsed, or a tier that has ended, whenever the scheduled work was done last. That is written and told
    /// whatever becomes of the file, as far as the transaction is committed. Who has left has a file, too.
    static func open(
        _ customer: Customer.ID, in shop: Shop, _ program: ProgramVersion?, on today: Day, at now: Instant,
        _ transaction: WriteTransaction
    ) throws -> MemberFile? {
        let connection = transaction.connection
        guard var member = try MemberStore(connection).member(customer, in: shop.id) else { return nil }
        let history = try SpendingStore(connection).history(of: customer, in: shop.id)
        if member.mayBeDue(on: today) {
            let upkeep = try MemberUpkeep(in: shop, program, at: now, connection)
            member = try upkeep.bringUpToDate(member, history, in: transaction)?.member ?? member
        }
        let counted = member.countedTierKey
        let review = member.review(by: program?.tiers, history, on: today, at: now)
        return MemberFile(
            member: member, history: history, transaction: transaction, isNew: false, countedTierKey: counted,
            review: review, welcome: nil)
    }

    /// Opens the file of somebody who must be a member, as above, and must not have left.
    /// - Throws: ``MemberRejection/membershipMustExist``.
    static func required(
        of customer: Customer.ID, in shop: Shop, _ program: ProgramVersion?, on today: Day, at now: Instant,
        _ transaction: WriteTransaction
    ) throws -> MemberFile {
        guard let file = try open(customer, in: shop, program, on: today, at: now, transaction), !file.member.hasLeft
        else {
            throw MemberRejection.membershipMustExist
        }
        return file
    }

    /// Makes a file for somebody who joins now: the one door through which members come in.
    ///
    /// Nothing is written yet, so that whoever is refused leaves nothing behind: call ``admit()`` once it is sure.
    static func enrol(
        _ enrolment: MemberEnrolment, under program: ProgramVersion?, _ transaction: WriteTransaction
    ) throws -> MemberFile {
        let decision = try enrolment.decide(under: program, transaction.connection)
        return MemberFile(
            member: decision.member, history: SpendingHistory(), transaction: transaction, isNew: true,
            countedTierKey: nil, review: nil, welcome: decision.welcome)
    }

    /// Writes the bonus of somebody who joins. It comes before all else that is posted for them; to those who are
    /// members already it does nothing.
    func admit() throws {
        guard let welcome else { return }
        try BonusStore(connection).append(welcome)
        transaction.tell(ActivityEvent(of: welcome, at: welcome.posting.entry.recordedAt))
    }

    func lots() throws -> [Lot] {
        if isNew { return welcome?.posting.opens.map { [$0] } ?? [] }
        return try LotStore(connection).open(of: member.customerID, in: member.shopID)
    }

    /// What has lapsed of an order's lots, if a posting takes back from them. Nothing is read for all others.
    func lapsed(of order: Order.ID, takenBackBy posting: Posting?) throws -> LapsedPoints {
        guard undoesLapse(posting) else { return .none }
        return try LapsedReport(connection).lapsed(ofOrder: order, of: member.customerID, in: member.shopID)
    }

    /// What has lapsed of what a referral paid, if a posting takes it back. Nothing is read for all others.
    func lapsed(
        of share: ReferralShare, in referral: Referral.ID, takenBackBy posting: Posting?
    ) throws -> LapsedPoints {
        guard undoesLapse(posting), let lot = share.lotSequence else { return .none }
        return try LapsedReport(connection).lapsed(
            ofLot: lot, paidFor: referral, of: member.customerID, in: member.shopID)
    }

    private func undoesLapse(_ posting: Posting?) -> Bool {
        posting?.entry.kind.total == .reversed && member.expired > .zero
    }

    /// Writes the member as a decision left it, with the change of tier that came before the decision and those in it.
    func save(_ after: Member, _ changes: [TierChange] = []) throws {
        let store = MemberStore(connection)
        if isNew { try store.insert(after) } else { try store.update(after) }
        let tiers = TierStore(connection)
        for change in (review.map { [$0] } ?? []) + changes { try tiers.append(change, of: after) }
        try tiers.recount(from: countedTierKey, to: after.countedTierKey, in: after.shopID)
    }
}
