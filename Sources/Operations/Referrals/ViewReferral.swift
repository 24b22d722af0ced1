public import ExactJSON
public import Loyalty
import Storage

/// Shows a member how to invite friends, and what came of it.
public struct ViewReferral: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist``.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> ReferralInfo {
        try await surroundings.database.read { connection in
            guard let program = try ProgramStore(connection).newest(in: shop)?.program else {
                return .closed("No referral program configured")
            }
            guard program.isActive, program.referral.isActive else { return .closed("Referral program not active") }
            guard let member = try MemberStore(connection).member(customer, in: shop.id), !member.hasLeft else {
                throw MemberRejection.membershipMustExist
            }
            let earned = try InvitationReport(connection).earned(by: customer, in: shop.id)
            return .open(code: member.referralCode, count: earned.count, points: earned.points, program.referral)
        }
    }
}

/// How a member invites friends; or, in words, why not now.
public enum ReferralInfo: Sendable, JSONWritable {
    case open(code: String, count: Int64, points: Points, ReferralTerms)
    case closed(String)

    public func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .closed(let message): json.field("message", message)
            case .open(let code, let count, let points, let terms):
                json.field("referral_code", code)
                json.field("referrals_made", count)
                json.field("total_referral_points", points)
                json.field("referrer_reward_points", terms.referrerPoints)
                json.field("referee_reward_points", terms.refereePoints)
                json.field("minimum_purchase_amount", terms.minimumPurchase)
            }
        }
    }
}
