extension AuditFindings {
    /// Proves that a tier given by hand is one that could be given, and that its end will be seen. That the stored tier
    /// fits it is proved with the tier.
    mutating func auditGrant(of member: Member, given context: AuditContext) {
        guard let grant = member.grant else { return }
        // A day more, because a shop may have moved to another zone.
        let today = context.today + 1
        if grant.lastDay < grant.grantedOn {
            add(.grantMustBePossible, "", "granted_through_on is \(grant.lastDay), before \(grant.grantedOn)")
        }
        if grant.grantedOn > today { add(.grantMustBePossible, "", "granted_on is \(grant.grantedOn), still to come") }
        let latest = today.anniversary(in: today.year + TierGrant.yearsMax)
        if grant.lastDay > latest {
            add(.grantMustBePossible, "", "granted_through_on is \(grant.lastDay), after \(latest)")
        }
        guard grant.lastDay >= context.today, let newest = context.versions.last else { return }
        if newest.tiers.ladder.rank(of: grant.tierKey) == nil {
            add(.grantMustBePossible, "", "granted_tier_key is \(grant.tierKey), which the program has not")
        }
        if member.dueOn.map({ $0 > grant.lastDay + 2 }) ?? true {
            let dueOn = member.dueOn?.description ?? "none"
            add(.dueDayMustNotBeLate, "", "due_on is \(dueOn), but a tier given by hand ends after \(grant.lastDay)")
        }
    }
}
