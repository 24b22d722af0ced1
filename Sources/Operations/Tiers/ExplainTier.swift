public import ExactJSON
public import Loyalty
import Storage

/// Explains why a member holds a tier.
public struct ExplainTier: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// - Throws: ``MemberRejection/membershipMustExist``, or ``ProgramRejection`` `programMustExist`.
    public func callAsFunction(of customer: Customer.ID, in shop: Shop) async throws -> TierExplanation {
        let today = try surroundings.zones.zone(named: shop.timeZone).day(of: surroundings.now())
        return try await surroundings.database.read { connection in
            guard let member = try MemberStore(connection).member(customer, in: shop.id) else {
                throw MemberRejection.membershipMustExist
            }
            guard let version = try ProgramStore(connection).newest(in: shop) else {
                throw ProgramRejection(.programMustExist)
            }
            let history = try SpendingStore(connection).history(of: customer, in: shop.id)
            return explainTier(of: member, history, under: version, on: today)
        }
    }
}

extension TierExplanation: JSONWritable {
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("tier", tier.key)
            json.field("reason", reason.rawValue)
            json.array("grounds", grounds) { json, ground in
                json.object { json in
                    json.field("reason", ground.reason.rawValue)
                    json.field("tier", ground.tier.key)
                }
            }
            json.field("program_version", version)
            json.field("tier_period", policy.period.rawValue)
            json.field("fall_policy", policy.fall.rawValue)
            json.field("grace_days", policy.graceDays)
            json.field("period_from", firstDay)
            json.field("period_through", lastDay)
            json.field("spending", metric)
            json.field("threshold", tier.threshold)
            json.field("held_through", heldThrough)
            json.field("next_review_on", nextReview)
            json.field("next_tier", nextTier?.key)
            json.field("next_tier_spending_needed", needed)
            json.field("for_customer", sentenceForCustomer)
            json.field("for_owner", sentenceForOwner)
        }
    }
}
