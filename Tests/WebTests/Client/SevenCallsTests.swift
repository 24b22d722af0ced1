import ExactJSON
import HTTPTypes
import Loyalty
import Testing

/// The platform's client calls these, and shows what they answer; so whole answers are compared, to the letter.
struct SevenCallsTests {
    private let orderPath = "/api/shops/bakery/orders"

    @Test func `a walk through all seven calls`() async throws {
        try await ClientTown().visit { visit in
            try await openBakery(visit)
            try await saveProgram(visit)
            try await earn(visit)
            let reward = try await offerCoffee(visit)
            try await lookAtMemberships(visit)
            try await redeem(reward, visit)
            try await analyse(visit)
            try await invite(visit)
        }
    }

    private func openBakery(_ visit: Visit) async throws {
        let bakery: JSONValue = [
            "name": "Amina's Bakery", "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi",
            "logo_url": "https://example.org/bakery.png",
        ]
        _ = try await visit.ask(.put, "/api/shops/bakery", as: "platform", bakery, gives: 201)
        let none = try await visit.ask(.get, "/api/loyalty-programs/shop_program/", as: "amina", gives: 404)
        #expect(none == ["message": "No loyalty program configured"])
        let nobody = try await visit.ask(.get, "/api/loyalty-programs/shop_program/", as: "mia", gives: 404)
        #expect(nobody["error"] == "Shop not found")
    }

    private func saveProgram(_ visit: Visit) async throws {
        let path = "/api/loyalty-programs/shop_program/"
        let first = try await visit.ask(.post, path, as: "amina", ["name": "Crumbs", "id": "whatever"])
        #expect(first == ["message": "Loyalty program updated successfully", "created": true])
        let edit = try JSONValue(
            parsing: """
                {"points_expiry_days": null,
                "tiers": {"silver": {"multiplier": 1.2}, "gold": {"threshold": "1600.50"}}}
                """
        )
        let second = try await visit.ask(.put, path, as: "amina", edit)
        #expect(second == ["message": "Loyalty program updated successfully", "created": false])
        let shown = try await visit.ask(.get, path, as: "amina")
        let expected = try JSONValue(
            parsing: """
                {"id": "bakery", "name": "Crumbs", "description": "", "is_active": true, "points_per_dollar": 1,
                "minimum_spend_for_points": 0, "points_expiry_days": null, "tiers": {
                "bronze": {"threshold": 0, "multiplier": 1}, "silver": {"threshold": 500, "multiplier": 1.2},
                "gold": {"threshold": 1600.5, "multiplier": 1.5}, "platinum": {"threshold": 5000, "multiplier": 2}}}
                """)
        #expect(shown == expected)
        let impossible = try await visit.ask(
            .put, path, as: "amina", ["tiers": ["gold": ["threshold": 400]]], gives: 400)
        #expect(impossible["error"] == "tiers.gold.threshold must be above the threshold of the tier before it.")
        #expect(try await visit.ask(.get, path, as: "amina") == expected)
    }

    private func earn(_ visit: Visit) async throws {
        let process = "/api/loyalty/process-order-points/"
        let state: JSONValue = [
            "customer": ["id": "mia", "name": "Mia Odhiambo"], "status": "shipped", "total": "620.00", "revision": 1,
            "updated_at": "2026-11-01T08:00:00Z",
        ]
        _ = try await visit.ask(.put, "\(orderPath)/A-1", as: "platform", state, gives: 201)
        let named: JSONValue = ["order_id": "A-1", "shop_id": "bakery"]
        let early = try await visit.ask(.post, process, as: "platform", named, gives: 400)
        #expect(early["error"] == "Order must be delivered to earn points")
        let delivered: JSONValue = [
            "order_id": "A-1", "shop_id": "bakery", "customer": ["id": "mia"], "status": "delivered",
            "total": "620.00", "revision": 2, "placed_at": "2026-11-01T08:00:00Z", "updated_at": "2026-11-02T09:30:00Z",
        ]
        let awarded = try await visit.ask(.post, process, as: "platform", delivered)
        #expect(
            awarded == [
                "message": "Loyalty points awarded", "points_awarded": 620, "total_balance": 620,
                "current_tier": "silver",
            ])
        #expect(
            try await visit.ask(.post, process, as: "amina", named)
                == ["message": "Points already awarded for this order"])
        let unknown = try await visit.ask(
            .post, process, as: "platform", ["order_id": "A-9", "shop_id": "bakery"], gives: 404)
        #expect(unknown["error"] == "Order not found")
        _ = try await visit.ask(.post, process, as: "mia", named, gives: 404)
    }

    /// - Returns: The id of the reward.
    private func offerCoffee(_ visit: Visit) async throws -> JSONValue {
        let reward: JSONValue = [
            "name": "Coffee", "description": "Any size", "reward_type": "free_product", "product": "Coffee",
            "points_cost": 100, "minimum_tier_required": "bronze", "max_redemptions_per_customer": 1,
        ]
        let made = try await visit.ask(.post, "/api/shops/bakery/rewards", as: "amina", reward, gives: 201)
        return try #require(made["id"])
    }

    private func lookAtMemberships(_ visit: Visit) async throws {
        let all = try await visit.ask(.get, "/api/customer-loyalty/my_loyalty_accounts/", as: "mia")
        let expected = try JSONValue(
            parsing: """
                [{"shop_id": "bakery", "shop_name": "Amina's Bakery", "shop_logo": "https://example.org/bakery.png",
                "current_tier": "silver", "tier_progress": 10.9, "next_tier_spending_needed": 980.5,
                "points_balance": 620, "total_points_earned": 620, "total_orders": 1, "annual_spending": 620,
                "last_activity": "2026-11-02T09:30:00Z"}]
                """)
        #expect(all == expected)
        #expect(try await visit.ask(.get, "/api/customer-loyalty/my_loyalty_accounts/", as: "juma") == [])
        let unnamed = try await visit.ask(.get, "/api/customer-loyalty/shop_loyalty/", as: "mia", gives: 400)
        #expect(unnamed["error"] == "shop_id parameter required")
        let unknown = try await visit.ask(
            .get, "/api/customer-loyalty/shop_loyalty/?shop_id=nowhere", as: "mia", gives: 404)
        #expect(unknown["error"] == "Shop not found")
        let stranger = try await visit.ask(
            .get, "/api/customer-loyalty/shop_loyalty/?shop_id=bakery", as: "juma", gives: 404)
        #expect(stranger["error"] == "No loyalty account found for this shop")
    }

    private func redeem(_ reward: JSONValue, _ visit: Visit) async throws {
        let body: JSONValue = ["reward_id": reward, "shop_id": "bakery"]
        let issued = try await visit.ask(.post, "/api/customer-loyalty/redeem_reward/", as: "mia", body)
        guard case .string(let code) = issued["redemption_code"] else { throw MissingCode() }
        #expect(try RedemptionCode(typed: code).grouped == code)
        #expect(
            issued == [
                "message": "Reward redeemed successfully", "redemption_code": .string(code),
                "expires_at": "2026-12-02T12:00:00Z", "remaining_points": 520,
            ])
        let again = try await visit.ask(.post, "/api/customer-loyalty/redeem_reward/", as: "mia", body, gives: 400)
        #expect(again["error"] == "Maximum redemptions reached for this customer")
        let unknown: JSONValue = ["reward_id": "nothing", "shop_id": "bakery"]
        _ = try await visit.ask(.post, "/api/customer-loyalty/redeem_reward/", as: "mia", unknown, gives: 404)
        try await lookAtShop(reward, visit)
    }

    private func lookAtShop(_ reward: JSONValue, _ visit: Visit) async throws {
        let shop = try await visit.ask(.get, "/api/customer-loyalty/shop_loyalty/?shop_id=bakery", as: "mia")
        #expect(
            shop["account"] == [
                "shop_name": "Amina's Bakery", "current_tier": "silver", "points_balance": 520,
                "total_points_earned": 620, "annual_spending": 620, "total_orders": 1,
            ])
        let ids = try (0...1).map { try #require(shop["recent_transactions"]?[$0]?["id"]) }
        #expect(ids[0] != ids[1])
        #expect(
            shop["recent_transactions"] == [
                [
                    "id": ids[0], "type": "redeemed_product", "points_change": -100, "balance_after": 520,
                    "description": "Redeemed: Coffee", "created_at": "2026-11-02T12:00:00Z",
                ],
                [
                    "id": ids[1], "type": "earned_purchase", "points_change": 620, "balance_after": 620,
                    "description": "Order A-1", "created_at": "2026-11-02T09:30:00Z",
                ],
            ])
        #expect(
            shop["available_rewards"] == [
                [
                    "id": reward, "name": "Coffee", "description": "Any size", "reward_type": "free_product",
                    "points_cost": 100, "minimum_tier_required": "bronze", "is_available": false,
                    "availability_message": "Maximum redemptions reached for this customer",
                ]
            ])
    }

    private func analyse(_ visit: Visit) async throws {
        let analytics = try await visit.ask(.get, "/api/loyalty-programs/customer_analytics/", as: "amina")
        #expect(
            analytics == [
                "total_customers": 1, "active_customers": 1,
                "tier_distribution": [["current_tier": "silver", "count": 1]],
                "points_statistics": ["total_earned": 620, "total_redeemed": 100, "outstanding_balance": 520],
                "top_customers": [
                    [
                        "customer_name": "Mia Odhiambo", "tier": "silver", "total_points_earned": 620,
                        "current_balance": 520, "total_orders": 1, "annual_spending": 620,
                    ]
                ],
            ])
    }

    private func invite(_ visit: Visit) async throws {
        let path = "/api/loyalty/referral-info/?shop_id=bakery"
        let info = try await visit.ask(.get, path, as: "mia")
        guard case .string(let code) = info["referral_code"] else { throw MissingCode() }
        #expect(code.count == 8)
        #expect(
            info == [
                "referral_code": .string(code), "referrals_made": 0, "total_referral_points": 0,
                "referrer_reward_points": 100, "referee_reward_points": 50, "minimum_purchase_amount": 25,
            ])
        _ = try await visit.ask(
            .put, "/api/loyalty-programs/shop_program/", as: "amina", ["is_active": false])
        #expect(try await visit.ask(.get, path, as: "mia") == ["message": "Referral program not active"])
        let late: JSONValue = ["customer": ["id": "juma"], "status": "delivered", "total": 50]
        _ = try await visit.ask(.put, "\(orderPath)/A-2", as: "platform", late, gives: 201)
        #expect(
            try await visit.ask(
                .post, "/api/loyalty/process-order-points/", as: "platform",
                ["order_id": "A-2", "shop_id": "bakery"]) == ["message": "Loyalty program not active"])
    }

    private struct MissingCode: Error {}
}
