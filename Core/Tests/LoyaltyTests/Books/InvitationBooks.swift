@testable import Loyalty

/// Referrals in memory, settled as the server settles them.
extension ShopBooks {
    /// The last claim of a customer: its state, with the reason where it is blocked.
    func referralText(of referee: Customer.ID) -> String {
        guard let last = referrals.last(where: { $0.refereeID == referee }) else { return "none" }
        return last.state == .blocked ? last.blockReason?.rawValue ?? "blocked" : last.state.rawValue
    }

    mutating func claim(
        by referee: Customer.ID, from referrer: Customer.ID, claimsFromAddress: Int = 0
    ) throws(ReferralRejection) {
        let decision = try decideClaim(
            ReferralClaim(id: Identifier(trusted: "F-\(referrals.count + 1)"), addressHash: nil, at: now),
            given: ClaimContext(
                program: program, referrerID: referrer, referee: self[referee].member, inviters: inviters(of: referrer),
                areOnePerson: areOnePerson(referrer, referee), claimsFromAddress: claimsFromAddress))
        self[referee].write(nil, leaving: decision.referee)
        referrals.append(decision.referral)
    }

    mutating func review(
        _ verdict: ReferralVerdict, of referee: Customer.ID, from referrer: Customer.ID
    ) throws(ReferralRejection) {
        let place = referrals.firstIndex { $0.refereeID == referee && $0.referrerID == referrer }
        guard let place else { throw .referralMustExist }
        let decided = try decideReview(
            of: referrals[place], verdict, note: nil, inviters: inviters(of: referrer),
            liveClaim: self[referee].member.referralID, at: now, by: amina.text)
        settle(decided, at: place)
    }

    mutating func settleReferral(after held: HeldOrder) {
        let live = self[held.order.customerID].member.referralID
        guard let place = referrals.firstIndex(where: { $0.id == live }), referrals[place].isTouched(by: held) else {
            return
        }
        settle(referrals[place], at: place)
    }

    private mutating func settle(_ referral: Referral, at place: Int) {
        let (referrer, referee) = (self[referral.referrerID], self[referral.refereeID])
        let counted = referee.orders.values.filter(\.isCounted)
        let first = counted.min { OrderPlace(of: $0) < OrderPlace(of: $1) }
        let decision = decideReferral(
            referral,
            given: ReferralContext(
                firstOrder: first.map { FirstOrder(place: OrderPlace(of: $0), spending: $0.spending) },
                referrer: referrer.ledger(for: referral.referrerShare, of: referral),
                referee: referee.ledger(for: referral.refereeShare, of: referral),
                areOnePerson: areOnePerson(referral.referrerID, referral.refereeID), today: today, now: now,
                actor: serverActor))
        self[referral.referrerID].write(decision.referrerPosting, leaving: decision.referrer)
        self[referral.refereeID].write(decision.refereePosting, leaving: decision.referee)
        referrals[place] = decision.referral
    }

    private func inviters(of customer: Customer.ID) -> [Customer.ID] {
        var chain: [Customer.ID] = []
        var last = customer
        while let live = self[last].member.referralID, let referral = referrals.first(where: { $0.id == live }) {
            chain.append(referral.referrerID)
            last = referral.referrerID
        }
        return chain
    }

    private func areOnePerson(_ one: Customer.ID, _ other: Customer.ID) -> Bool {
        guard let one = people[one], let other = people[other] else { return false }
        return one.isSamePerson(as: other)
    }
}

extension MemberBooks {
    /// The ledger with all that a claw-back of a payment looks at.
    fileprivate func ledger(for share: ReferralShare, of referral: Referral) -> MemberLedger {
        MemberLedger(
            member, lots: openLots,
            lapsed: lapsed(of: { $0.sequence == share.lotSequence }, takenBackFor: referral.id.text))
    }
}
