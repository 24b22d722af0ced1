public import ExactJSON
public import Loyalty
import Storage

/// A member as lists and pages show them: the account, and where it stands today.
public struct MemberView: Sendable, JSONWritable {
    public let shop: Shop
    public let member: Member
    public let name: String
    public let email: String?
    /// The tier of today; `nil` while the shop has no program.
    public let tier: Tier?
    /// All tiers of the program in force; `nil` while the shop has none.
    public let ladder: TierLadder?
    public let progress: TierProgress
    /// Spending that counts for the tier today.
    public let spending: Money
    /// Points that can be spent now, and points that cannot yet.
    public let available: Points
    public let pending: Points
    /// What lapses soon.
    public let expiring: [ExpiringPoints]
    /// A tier given by hand, until its last day is over.
    public let grant: TierGrant?

    /// The key of the tier, empty while there is none.
    public var tierKey: String { tier?.key ?? "" }

    /// The place of the tier on the ladder, from 0.
    public var tierRank: Int { ladder?.rank(of: tierKey) ?? 0 }

    /// The name, or the platform's id of somebody whose name it never told.
    public var displayName: String { name.isEmpty ? member.customerID.text : name }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("customer_id", member.customerID)
            json.field("name", name)
            json.field("email", email)
            json.field("current_tier", tierKey)
            json.field("tier_grant", grant.map(GrantView.init))
            json.field("tier_progress", progress.percent)
            json.field("next_tier_spending_needed", Money(minorUnits: progress.neededMinorUnits, shop.currency))
            json.field("points_balance", member.balance)
            json.field("points_available", available)
            json.field("points_pending", pending)
            json.field("points_held", member.held)
            json.array("expiring", expiring) { json, points in
                json.object { json in
                    json.field("expires_on", points.expiresOn)
                    json.field("points", points.points)
                }
            }
            json.field("total_points_earned", member.earned)
            json.field("total_points_redeemed", member.redeemed)
            json.field("total_points_expired", member.expired)
            json.field("annual_spending", spending)
            json.field("total_orders", member.orderCount)
            json.field("joined_at", member.joinedAt)
            json.field("left_at", member.leftAt)
            json.field("last_activity", member.lastActivityAt)
            json.field("referral_code", member.referralCode)
        }
    }
}

/// A tier given by hand, as the API shows it.
private struct GrantView: JSONWritable {
    let grant: TierGrant

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("tier", grant.tierKey)
            json.field("through", grant.lastDay)
        }
    }
}
