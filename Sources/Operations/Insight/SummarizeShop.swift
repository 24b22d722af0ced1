public import ExactJSON
public import Loyalty
import Storage

/// Sums a shop's members up at one glance.
public struct SummarizeShop: Sendable {
    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    public func callAsFunction(_ shop: Shop) async throws -> ShopSummary {
        let gaze = try MemberGaze(on: shop, in: surroundings)
        return try await surroundings.database.read { connection in
            let report = try ShopReport(of: shop.id, activeSince: gaze.now.adding(days: -activeDays), connection)
            return ShopSummary(report: report, top: try report.topMembers.map { try gaze.view(of: $0, connection) })
        }
    }
}

private let activeDays = 30

/// A shop's members at one glance, in the words of the platform's client.
public struct ShopSummary: Sendable, JSONWritable {
    let report: ShopReport
    let top: [MemberView]

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("total_customers", report.memberCount)
            json.field("active_customers", report.activeCount)
            json.array("tier_distribution", report.tierCounts) { json, tier in
                json.object { json in
                    json.field("current_tier", tier.tierKey)
                    json.field("count", tier.count)
                }
            }
            json.field("points_statistics") { json in
                json.field("total_earned", report.earned)
                json.field("total_redeemed", report.redeemed)
                json.field("outstanding_balance", report.outstanding)
            }
            json.array("top_customers", top) { json, view in
                json.object { json in
                    json.field("customer_name", view.displayName)
                    json.field("tier", view.tierKey)
                    json.field("total_points_earned", view.member.earned)
                    json.field("current_balance", view.member.balance)
                    json.field("total_orders", view.member.orderCount)
                    json.field("annual_spending", view.spending)
                }
            }
        }
    }
}
