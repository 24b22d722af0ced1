public import ExactJSON
public import Loyalty

/// A hold as checkouts see it.
public struct HoldDetails: Sendable, JSONWritable {
    public let hold: Hold
    public let status: Hold.Status
    /// The code that a confirmed hold of a reward became; shown to whoever confirms.
    public let code: RedemptionCode?

    public init(_ hold: Hold, at now: Instant, code: RedemptionCode? = nil) {
        self.hold = hold
        status = hold.status(at: now)
        self.code = code
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", hold.id)
            json.field("status", status.rawValue)
            json.field("customer_id", hold.customerID)
            json.field("points", hold.points)
            json.field("reward_id", hold.rewardID)
            json.field("reference", hold.reference)
            json.field("created_at", hold.heldAt)
            json.field("expires_at", hold.expiresAt)
            guard case .confirmed(let confirmation) = hold.outcome else { return }
            json.field("confirmed_points", confirmation.points)
            json.field("confirmed_at", confirmation.at)
            json.field("redemption_id", confirmation.redemptionID)
            if let code { json.field("code", code.grouped) }
        }
    }
}
