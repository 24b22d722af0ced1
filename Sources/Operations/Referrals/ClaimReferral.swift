public import Loyalty
import Storage

/// Claims that a customer was invited by a member.
public struct ClaimReferral: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Records a claim, and makes the customer a member where they are none yet. A claim that was made before is
    /// answered with what is held of it, and changes nothing.
    /// - Parameters:
    ///   - code: As somebody typed it.
    ///   - address: The address of the customer's device; only a keyed hash of it is kept.
    /// - Returns: The referral, and whether it is new.
    /// - Throws: ``ReferralRejection``.
    public func callAsFunction(
        _ code: String, by customer: Customer.ID, from address: String?, in shop: Shop, actor: String
    ) async throws -> (referral: ReferralDetails, isNew: Bool) {
        let act = surroundings.act
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: act.at)
        let enrolment = MemberEnrolment(
            customer: customer, shop: shop, joinedOn: today,
            occasion: BonusOccasion(occurredAt: act.at, occurredOn: today, now: act.at, actor: actor),
            random: surroundings.enrolmentBits)
        let claim = ReferralClaim(
            id: surroundings.newID(),
            addressHash: address.map { surroundings.codeVault.hash(ofAddress: $0, in: shop.id) }, at: act.at)
        return try await surroundings.write(in: shop.id) { transaction in
            let connection = transaction.connection
            let program = try ProgramStore(connection).newest(in: shop)
            guard let referrer = try referrer(withCode: code, in: shop.id, connection) else {
                throw ReferralRejection.referralCodeMustExist
            }
            if let held = try ReferralStore(connection).referral(of: customer, by: referrer, in: shop) {
                return (try ReferralDetails(held, connection), false)
            }
            let file =
                try MemberFile.open(customer, in: shop, program, on: today, at: act.at, transaction)
                ?? .enrol(enrolment, under: program, transaction)
            let decision = try record(claim, of: file, from: referrer, under: program, in: shop, transaction)
            let details = try ReferralDetails(decision.referral, connection)
            try AuditLogStore(connection).append(
                act.made(
                    "claim_referral", of: claim.id.text, by: actor, before: ReferralDetails?.none, after: details),
                in: shop.id)
            return (details, true)
        }
    }

    private func referrer(
        withCode code: String, in shop: Shop.ID, _ connection: any SQLConnection
    ) throws -> Customer.ID? {
        try InvitationReport(connection).referrer(withCode: ReferralCode.read(typed: code), in: shop)
    }

    private func record(
        _ claim: ReferralClaim, of file: MemberFile, from referrer: Customer.ID, under program: ProgramVersion?,
        in shop: Shop, _ transaction: WriteTransaction
    ) throws -> ClaimDecision {
        let connection = transaction.connection
        let (customer, invitations) = (file.member.customerID, InvitationReport(connection))
        let weekAgo = claim.at.adding(days: -Referral.claimWindowDays)
        let decision = try decideClaim(
            claim,
            given: ClaimContext(
                program: program, referrerID: referrer, referee: file.member,
                inviters: try invitations.inviters(of: referrer, in: shop.id),
                areOnePerson: try CustomerStore(connection).areOnePerson(referrer, customer),
                claimsFromAddress: try claim.addressHash.map { hash in
                    try invitations.claimCount(from: hash, since: weekAgo, in: shop.id)
                } ?? 0))
        try CustomerStore(connection).learn(Customer(id: customer, name: ""), from: .shop)
        if file.isNew || file.member.hasLeft {
            transaction.tell(
                ActivityEvent(.memberJoined, of: decision.referee, reference: customer.text, at: claim.at))
        }
        try file.admit()
        try ReferralStore(connection).save(decision.referral, in: shop.id)
        try file.save(decision.referee)
        transaction.tell(
            ActivityEvent(.referralChanged, of: decision.referee, reference: claim.id.text, at: claim.at))
        return decision
    }
}

extension CustomerStore {
    /// Whether what is known of two customers says that they are one person.
    func areOnePerson(_ one: Customer.ID, _ other: Customer.ID) throws -> Bool {
        guard let one = try customer(one), let other = try customer(other) else { return false }
        return one.isSamePerson(as: other)
    }
}
