import Loyalty
import Model
import Operations
import Storage

extension TestedShop {
    /// What is said of people, and done for them.
    func forPeople(_ event: Event) async throws -> Answer {
        switch event {
        case .person(let name, let person):
            _ = try await SaveCustomer(in: surroundings)(Customer(id(of: name), person))
            return .accepted
        case .join(let customer):
            let isNew = try await EnrolMember(in: surroundings)(
                Customer(id: id(of: customer), name: ""), from: .platform, in: shop, actor: owner)
            return Answer(word: isNew ? "new" : "known")
        case .leave(let customer):
            let decision = try await LeaveProgram(in: surroundings)(id(of: customer), in: shop, actor: owner)
            return decision.map { Answer(points: -$0.lost.count) } ?? Answer(word: "again")
        case .bonus(let report):
            let outcome = try await GiveBonus(in: surroundings)(
                GiveBonus.Report(
                    customerID: id(of: report.customer), eventKey: report.event,
                    reference: Identifier(trusted: report.reference),
                    occurredAt: report.occurredAt.map { Instant(milliseconds: $0) }), in: shop, actor: owner)
            return Answer(points: outcome.row.bonus.points.count, word: outcome.isNew ? "" : "again")
        case .adjust(let customer, let points, let reason):
            let decision = try await AdjustPoints(in: surroundings)(
                Points(points), reason: reason, to: id(of: customer), in: shop, actor: owner)
            return Answer(points: decision.posting.entry.points.count)
        case .grant(let customer, let tier, let lastDay, let reason):
            try await GrantTier(in: surroundings)(
                tier, through: Day(number: Int32(lastDay)), reason: reason, to: id(of: customer), in: shop,
                actor: owner)
            return .accepted
        case .revoke(let customer):
            try await GrantTier(in: surroundings).end(of: id(of: customer), in: shop, actor: owner)
            return .accepted
        default: return .accepted
        }
    }

    func invite(_ name: String, _ referee: String, by referrer: String, from address: String?) async throws -> Answer {
        let code = try await referralCode(of: referrer)
        let (details, isNew) = try await ClaimReferral(in: surroundings)(
            code, by: id(of: referee), from: address, in: shop, actor: owner)
        if isNew { invitations[name] = details.referral.id }
        return Answer(word: details.referral.words + (isNew ? "" : " again"))
    }

    private func referralCode(of customer: String) async throws -> String {
        if let known = referralCodes[customer] { return known }
        do {
            let code = try await ViewMembers(in: surroundings)(id(of: customer), in: shop).member.referralCode
            referralCodes[customer] = code
            return code
        } catch MemberRejection.membershipMustExist {
            return "nobodys"
        }
    }

    func decide(_ name: String, _ isReleased: Bool) async throws -> Answer {
        let details = try await ReviewReferral(in: surroundings)(
            invitations[name] ?? unknown(), isReleased ? .release : .reject, note: nil, in: shop, actor: owner)
        return Answer(word: details.referral.words)
    }

    /// Every invitation, by its name.
    func invitationWords() async throws -> [String: String] {
        let all = try await ViewReferrals(in: surroundings)(in: shop, before: nil, limit: 1_000)
        let words = Dictionary(uniqueKeysWithValues: all.map { ($0.referral.id, $0.referral.words) })
        return invitations.compactMapValues { words[$0] }
    }
}

extension Referral {
    fileprivate var words: String {
        let reason = blockReason?.rawValue ?? "-"
        return "\(state.rawValue) \(reason) \(referrerShare.posted.count) \(refereeShare.posted.count)"
    }
}
