import ExactJSON
import Loyalty
import Operations

/// One membership in the list of all, as the platform's client shows it.
struct ClientMembership: JSONWritable {
    let view: MemberView

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("shop_id", view.shop.id)
            json.field("shop_name", view.shop.name)
            json.field("shop_logo", view.shop.logoURL)
            json.field("current_tier", view.tierKey)
            json.field("tier_progress", view.progress.percent)
            json.field(
                "next_tier_spending_needed", Money(minorUnits: view.progress.neededMinorUnits, view.shop.currency))
            json.field("points_balance", view.member.balance)
            json.field("total_points_earned", view.member.earned)
            json.field("total_orders", view.member.orderCount)
            json.field("annual_spending", view.spending)
            json.field("last_activity", view.member.lastActivityAt)
        }
    }
}
