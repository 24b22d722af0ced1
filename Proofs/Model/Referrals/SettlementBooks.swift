extension Books {
    /// Settles the live invitation of somebody of whose orders one changed, where that one is the first that counts, or
    /// was it before.
    mutating func settleInvitation(of referee: String, after order: String, was firstBefore: String?, at now: Int64) {
        guard let (name, _) = liveInvitation(of: referee) else { return }
        if order == firstBefore || order == firstOrder(of: referee)?.id { settle(name, at: now) }
    }

    /// Posts what both sides deserve, less what they got: both payments while the first order that counts stands at the
    /// minimum purchase. Whoever turns out to be one person when it comes to paying waits for the owner.
    mutating func settle(_ name: String, at now: Int64) {
        guard var invitation = invitations[name] else { return }
        bringUpToDate(invitation.referrer, at: now)
        bringUpToDate(invitation.referee, at: now)
        let terms = invitation.version.rules.invitations
        let isDue = invitation.isLive && (firstOrder(of: invitation.referee)?.spending ?? -1) >= terms.minimum
        if isDue, invitation.state == .pending, !invitation.isReleased,
            areOne(invitation.referee, invitation.referrer)
        {
            (invitation.state, invitation.reason) = (.blocked, "self_referral")
        }
        if invitation.isLive { invitation.state = isDue ? .paid : .pending }
        let isPaid = invitation.state == .paid
        post(
            isPaid ? terms.referrer : 0, to: invitation.referrer, &invitation.referrerShare, by: invitation.version,
            at: now)
        post(
            isPaid ? terms.referee : 0, to: invitation.referee, &invitation.refereeShare, by: invitation.version,
            at: now)
        invitations[name] = invitation
        for side in [invitation.referrer, invitation.referee] { settleTier(of: side, at: now) }
    }

    /// The first order of somebody that counts, by the day of its spending, then by its id; and what it came to.
    func firstOrder(of customer: String) -> (id: String, spending: Int64)? {
        let counted = (orders[customer] ?? []).compactMap { purchases[$0] }.filter(\.isCounted)
        return counted.min { ($0.day, $0.purchase.id) < ($1.day, $1.purchase.id) }.map {
            ($0.purchase.id, $0.spending)
        }
    }

    private mutating func post(
        _ deserved: Int64, to customer: String, _ share: inout Invitation.Share, by version: Version, at now: Int64
    ) {
        var difference = deserved - (share.posted - share.shortfall)
        guard difference != 0, var member = members[customer] else { return }
        if difference > 0 {
            let setOff = min(difference, share.shortfall)
            share.shortfall -= setOff
            difference -= setOff
            if difference > 0 {
                share.credit = member.credits.count
                member.credit(credit(of: difference, occurredAt: now, at: now, by: version), .earned)
                member.activeOn = max(member.activeOn, day(of: now))
            }
            share.posted += difference
        } else {
            let own = share.credit
            let missing = member.takeBack(-difference, withinBalance: version.rules.isWithinBalance) { place, _ in
                place == own
            }
            share.shortfall += missing
            share.posted += difference + missing
        }
        members[customer] = member
        touched.insert(customer)
    }
}
