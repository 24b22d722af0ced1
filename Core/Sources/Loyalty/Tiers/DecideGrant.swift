/// Why a tier is not given by hand, or not taken back.
public struct GrantRejection: ListedRejection, Hashable {
    public enum Rule: String, CaseIterable, Sendable {
        case tierMustExist
        case reasonMustNotBeEmpty
        case grantMustNotEndInThePast
        case grantMustEndWithinFiveYears
        case grantMustExist
    }

    public let rule: Rule

    public init(_ rule: Rule) { self.rule = rule }

    public static var examples: [Self] { Rule.allCases.map { Self($0) } }

    public var name: String { rule.rawValue }
    public var kind: RejectionKind { rule == .grantMustExist ? .missing : .badInput }

    public var field: String? {
        switch rule {
        case .tierMustExist: "tier"
        case .reasonMustNotBeEmpty: "reason"
        case .grantMustNotEndInThePast, .grantMustEndWithinFiveYears: "through"
        case .grantMustExist: nil
        }
    }

    public var sentence: String {
        switch rule {
        case .tierMustExist: "tier must be the key of one of the program's tiers."
        case .reasonMustNotBeEmpty: "reason must say why."
        case .grantMustNotEndInThePast: "through must not be before today."
        case .grantMustEndWithinFiveYears: "through must be within \(TierGrant.yearsMax) years."
        case .grantMustExist: "The member holds no tier that was given by hand."
        }
    }
}

extension TierGrant {
    static let yearsMax = 5
}

/// What giving a tier by hand, or taking it back, writes.
public struct GrantDecision: Hashable, Sendable {
    public let member: Member
    /// `nil` where the member holds the same tier or a better one anyway.
    public let tierChange: TierChange?
}

/// Decides to give a member a tier by hand, in place of one that was given before.
///
/// - Parameters:
///   - tiers: What is in force; `nil` where the shop never saved a program.
///   - today: The day of `now` in the shop's time zone: the grant counts from it, or from where one of the same tier
///     began that it extends.
/// - Throws: ``GrantRejection`` for the first rule that is broken, in the order of the lines below.
public func decideGrant(
    of tierKey: String, through lastDay: Day, reason: String, to member: Member, _ history: SpendingHistory,
    by tiers: TierTimeline?, on today: Day, at now: Instant
) throws(GrantRejection) -> GrantDecision {
    guard let tiers, tiers.ladder.rank(of: tierKey) != nil else { throw GrantRejection(.tierMustExist) }
    guard !reason.isBlank else { throw GrantRejection(.reasonMustNotBeEmpty) }
    guard lastDay >= today else { throw GrantRejection(.grantMustNotEndInThePast) }
    guard lastDay <= today.anniversary(in: today.year + TierGrant.yearsMax) else {
        throw GrantRejection(.grantMustEndWithinFiveYears)
    }
    // From here on it succeeds.
    let extended = member.grant.map { $0.holds(on: today) && $0.tierKey == tierKey } ?? false
    let grantedOn = extended ? member.grant?.grantedOn ?? today : today
    return member.holding(
        TierGrant(tierKey: tierKey, grantedOn: grantedOn, lastDay: lastDay), history, by: tiers, on: today, at: now)
}

/// Decides to take back from today on a tier that was given by hand. The days before it keep it.
/// - Throws: ``GrantRejection`` `grantMustExist`.
public func decideGrantEnd(
    of member: Member, _ history: SpendingHistory, by tiers: TierTimeline?, on today: Day, at now: Instant
) throws(GrantRejection) -> GrantDecision {
    guard let grant = member.grant, grant.lastDay >= today, let tiers else { throw GrantRejection(.grantMustExist) }
    // From here on it succeeds.
    let past = TierGrant(tierKey: grant.tierKey, grantedOn: grant.grantedOn, lastDay: today - 1)
    return member.holding(past.grantedOn <= past.lastDay ? past : nil, history, by: tiers, on: today, at: now)
}

extension Member {
    fileprivate func holding(
        _ grant: TierGrant?, _ history: SpendingHistory, by tiers: TierTimeline, on today: Day, at now: Instant
    ) -> GrantDecision {
        var member = self
        member.grant = grant
        let rank = tiers.standing(of: member, history, on: today).rank
        let change = member.settle(
            on: rank, by: tiers, history, for: .grant, reference: "", on: today, at: now)
        return GrantDecision(member: member, tierChange: change)
    }
}
