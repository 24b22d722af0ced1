import Loyalty
import Storage

/// One member within a write transaction: opened with all done that is due, saved with all that hangs on it.
struct MemberFile {
    /// The member as of today.
    let member: Member
    let history: SpendingHistory
    private let connection: any SQLConnection
    /// The tier as the database has it; `nil` for a member who is new.
    private let storedTierKey: String?
    private let review: TierChange?
    /// What was due when the file was opened; it is written already, whatever becomes of the file.
    let upkeep: UpkeepDecision?

    /// Opens the file of somebody who is a member already, and does what is due for the member: no decision sees points
    /// that have lapsed, or a tier that has ended, whenever the scheduled work was done last.
    /// - Parameter thoroughly: Looks for what is due also where nothing is expected to be.
    static func open(
        _ customer: Customer.ID, in shop: Shop, _ program: ProgramVersion?, on today: Day, at now: Instant,
        thoroughly: Bool = false, _ connection: any SQLConnection
    ) throws -> MemberFile? {
        guard var member = try MemberStore(connection).member(customer, in: shop.id) else { return nil }
        let history = try SpendingStore(connection).history(of: customer, in: shop.id)
        var upkeep: UpkeepDecision?
        if thoroughly || member.mayBeDue(on: today) {
            upkeep = try MemberUpkeep(in: shop, program, at: now, connection).bringUpToDate(member, history)
            member = upkeep?.member ?? member
        }
        let stored = member.tierKey
        let review = member.review(by: program?.tiers, history, on: today, at: now)
        return MemberFile(
            member: member, history: history, connection: connection, storedTierKey: stored, review: review,
            upkeep: upkeep)
    }

    /// Makes a file for somebody who joins now.
    /// - Parameter random: Drawn before the transaction; the code for inviting friends is made of it.
    static func enrol(
        _ customer: Customer.ID, in shop: Shop, _ program: ProgramVersion?, at joinedAt: Instant, on joinedOn: Day,
        random: UInt64, _ connection: any SQLConnection
    ) throws -> MemberFile {
        var random = random
        let store = MemberStore(connection)
        while try store.hasReferralCode(ReferralCode.make(random: random), in: shop.id) { random &+= 1 }
        let member = Member(
            shopID: shop.id, customerID: customer, joinedAt: joinedAt, joinedOn: joinedOn,
            referralCode: ReferralCode.make(random: random), tierKey: program?.program.tiers.ladder[0].key ?? "")
        return MemberFile(
            member: member, history: SpendingHistory(), connection: connection, storedTierKey: nil, review: nil,
            upkeep: nil)
    }

    /// Whether the member joins with this transaction.
    var isNew: Bool { storedTierKey == nil }

    /// What happened before the decision that the file was opened for.
    func events(at now: Instant) -> [ActivityEvent] { upkeep?.events(at: now) ?? [] }

    func lots() throws -> [Lot] { try LotStore(connection).open(of: member.customerID, in: member.shopID) }

    /// Writes the member as a decision left it, with the change of tier that came before the decision and those in it.
    func save(_ after: Member, _ changes: [TierChange] = []) throws {
        let store = MemberStore(connection)
        if isNew { try store.insert(after) } else { try store.update(after) }
        let tiers = TierStore(connection)
        for change in (review.map { [$0] } ?? []) + changes { try tiers.append(change, of: after) }
        try tiers.recount(from: storedTierKey, to: after.tierKey, in: after.shopID)
    }
}
