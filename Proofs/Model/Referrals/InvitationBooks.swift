extension Books {
    private static let claimsMax = 10
    private static let claimDays: Int64 = 7

    /// Somebody claims another's code; a claim that is made again is answered with what is held.
    mutating func invite(
        _ name: String, _ referee: String, by referrer: String, from address: String?, at now: Int64
    ) throws(Refusal) -> Answer {
        guard isIn(referrer) else { throw Refusal("referral_code_must_exist") }
        if let held = invitations.values.first(where: { $0.referee == referee && $0.referrer == referrer }) {
            return Answer(word: held.words + " again")
        }
        guard let version, version.rules.isActive, version.rules.invitations.isOn else {
            throw Refusal("referral_program_must_be_active")
        }
        if referee == referrer { throw Refusal("referral_must_not_be_ones_own") }
        if isInviter(referee, of: referrer) { throw Refusal("referral_must_not_go_in_a_circle") }
        if members[referee] == nil {
            enrol(referee, joinedOn: day(of: now), occurredAt: now, at: now)
        } else {
            bringUpToDate(referee, at: now)
            members[referee]?.hasLeft = false
        }
        let reason = suspicion(of: referee, by: referrer, from: address, at: now)
        let invitation = Invitation(
            referee: referee, referrer: referrer, claimedAt: now, address: address, version: version,
            state: reason == nil ? .pending : .blocked, reason: reason)
        invitations[name] = invitation
        settleTier(of: referee, at: now)
        return Answer(word: invitation.words)
    }

    /// Why a claim waits for the owner.
    private func suspicion(of referee: String, by referrer: String, from address: String?, at now: Int64) -> String? {
        if areOne(referee, referrer) { return "self_referral" }
        if liveInvitation(of: referee) != nil { return "second_claim" }
        if firstOrder(of: referee) != nil { return "not_a_first_order" }
        let weekAgo = now - Books.claimDays * Calendar.day
        let before = invitations.values.count { $0.address == address && $0.claimedAt > weekAgo }
        return address != nil && before + 1 >= Books.claimsMax ? "too_many_claims" : nil
    }

    /// The owner releases a claim that waits, or rejects one for good.
    mutating func decide(_ name: String, isReleased: Bool, at now: Int64) throws(Refusal) -> Answer {
        guard var invitation = invitations[name] else { throw Refusal("referral_must_exist") }
        if isReleased {
            if invitation.isLive { return Answer(word: invitation.words) }
            if invitation.state == .rejected { throw Refusal("referral_must_not_be_rejected") }
            if liveInvitation(of: invitation.referee) != nil { throw Refusal("referee_must_have_no_other_claim") }
            if isInviter(invitation.referee, of: invitation.referrer) {
                throw Refusal("referral_must_not_go_in_a_circle")
            }
            (invitation.state, invitation.isReleased) = (.pending, true)
        } else {
            if invitation.state == .rejected { return Answer(word: invitation.words) }
            invitation.state = .rejected
        }
        invitations[name] = invitation
        settle(name, at: now)
        return Answer(word: invitations[name]?.words ?? "")
    }
}
