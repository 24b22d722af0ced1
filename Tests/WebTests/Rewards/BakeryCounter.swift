import ExactJSON
import HTTPTypes
import Testing

/// The bakery and the bookshop over HTTP, with a program, a coffee for 50 points, and Mia who has 200.
extension Visit {
    /// - Returns: The coffee's id.
    func openCounter() async throws -> String {
        for (shop, owner) in [("bakery", "amina"), ("bookshop", "ben")] {
            _ = try await ask(
                .put, "/api/shops/\(shop)", as: "platform",
                ["name": .string(shop), "owner_id": .string(owner), "currency": "KES", "time_zone": "Africa/Nairobi"],
                gives: 201)
            _ = try await ask(.put, "/api/shops/\(shop)/program", as: owner, ["name": "Crumbs"], gives: 201)
        }
        _ = try await ask(.post, "/api/shops/bakery/staff", as: "amina", ["customer_id": "otieno"], gives: 201)
        _ = try await ask(
            .put, "/api/shops/bakery/orders/A-1", as: "platform",
            ["customer": ["id": "mia", "name": "Mia"], "status": "delivered", "total": "200.00", "revision": 1],
            gives: 201)
        let coffee = try await ask(
            .post, "/api/shops/bakery/rewards", as: "amina",
            [
                "name": "Coffee", "reward_type": "free_product", "product": "COFFEE", "points_cost": 50,
                "max_redemptions_per_customer": .null,
            ], gives: 201)
        return try text("id", of: coffee)
    }

    func text(_ key: String, of answer: JSONValue) throws -> String {
        guard case .string(let text)? = answer[key] else {
            Issue.record("no \(key) in \(answer)")
            return ""
        }
        return text
    }

    /// The code of the problem that a call is refused with.
    func refusal(
        _ method: HTTPRequest.Method, _ path: String, as caller: String, _ body: JSONValue? = nil
    ) async throws -> String {
        let answer = try await call(method, path, as: caller, body)
        guard case .string(let code)? = answer.body["code"] else { return "\(answer.status)" }
        return "\(answer.status) \(code)"
    }
}
