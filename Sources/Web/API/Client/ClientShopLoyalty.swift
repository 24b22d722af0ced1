import ExactJSON
import Loyalty
import Operations
import Storage

/// A membership with its latest entries and the shop's rewards, as the platform's client shows it.
struct ClientShopLoyalty: JSONWritable {
    private let wallet: Wallet

    init(_ wallet: Wallet) { self.wallet = wallet }

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("account") { json in writeAccount(to: &json) }
            json.array("recent_transactions", wallet.latest) { json, row in
                json.object { json in
                    json.field("id", row.id)
                    json.field("type", row.entry.kind.rawValue)
                    json.field("points_change", row.entry.points)
                    json.field("balance_after", row.entry.balanceAfter)
                    json.field("description", row.entry.description)
                    json.field("created_at", row.entry.occurredAt)
                }
            }
            json.array("available_rewards", wallet.offers) { json, offer in write(offer, to: &json) }
        }
    }

    private func writeAccount(to json: inout JSONWriter) {
        json.field("shop_name", wallet.view.shop.name)
        json.field("current_tier", wallet.view.tierKey)
        json.field("points_balance", wallet.view.member.balance)
        json.field("total_points_earned", wallet.view.member.earned)
        json.field("annual_spending", wallet.view.spending)
        json.field("total_orders", wallet.view.member.orderCount)
    }

    private func write(_ offer: RewardOffer, to json: inout JSONWriter) {
        json.object { json in
            json.field("id", offer.reward.id)
            json.field("name", offer.reward.name)
            json.field("description", offer.reward.description)
            json.field("reward_type", RewardType(offer.reward.benefit).rawValue)
            json.field("points_cost", offer.reward.cost)
            json.field("minimum_tier_required", offer.reward.minimumTierKey)
            json.field("is_available", offer.refusal == nil)
            json.field("availability_message", offer.refusal?.sentence ?? Reward.availableSentence)
        }
    }
}
