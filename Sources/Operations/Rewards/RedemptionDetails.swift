public import ExactJSON
public import Loyalty
public import Storage

extension Redemption.Status: JSONWritable {
    public func write(to json: inout JSONWriter) { json.value(rawValue) }
}

/// A redemption with its reward and its customer's name; with its code for its owner alone, while it is good.
public struct RedemptionDetails: Sendable, JSONWritable {
    public let redemption: Redemption
    public let status: Redemption.Status
    public let reward: Reward
    public let customerName: String
    public let code: RedemptionCode?

    /// - Parameter vault: Given where the owner asks.
    public init(
        _ redemption: Redemption, in shop: Shop, at now: Instant, _ connection: any SQLConnection,
        opening vault: CodeVault? = nil
    ) throws {
        self.redemption = redemption
        status = redemption.status(at: now)
        reward = try RewardStore(connection).rewardOnceOffered(redemption.rewardID, in: shop)
        customerName = try CustomerStore(connection).customer(redemption.customerID)?.name ?? ""
        guard let vault, status == .pending else {
            code = nil
            return
        }
        code = try vault.open(RedemptionStore(connection).sealedCode(of: redemption.id, in: shop.id))
    }

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", redemption.id)
            json.field("status", status)
            json.field("reward_id", redemption.rewardID)
            json.field("reward_name", reward.name)
            json.field("reward_type", RewardType(reward.benefit).rawValue)
            json.field("customer_id", redemption.customerID)
            json.field("customer_name", customerName)
            json.field("points_used", redemption.cost)
            json.field("created_at", redemption.issuedAt)
            json.field("expires_at", redemption.expiresAt)
            if let code { json.field("code", code.grouped) }
            writeOutcome(to: &json)
        }
    }

    private func writeOutcome(to json: inout JSONWriter) {
        guard case .used(let at, let order, let actor) = redemption.outcome else { return }
        json.field("used_at", at)
        json.field("used_order_id", order)
        json.field("used_by", actor)
    }
}
