import ExactJSON
import Foundation
import HTTPTypes
import Loyalty
import Operations
import Storage
import Testing

/// A bakery whose customers run against each other.
struct RaceTrack: Sendable {
    static let runnersMax = 64
    static let rounds = Int(ProcessInfo.processInfo.environment["TUZO_RACE_ROUNDS"] ?? "") ?? 10

    let visit: Visit

    /// Opens the bakery; afterwards its books must be in order.
    static func open(_ body: @Sendable @escaping (RaceTrack) async throws -> Void) async throws {
        try await ClientTown().visit { visit in
            _ = try await visit.ask(
                .put, "/api/shops/bakery", as: "platform",
                ["name": "Bakery", "owner_id": "amina", "currency": "KES", "time_zone": "Africa/Nairobi"], gives: 201)
            _ = try await visit.ask(
                .post, "/api/loyalty-programs/shop_program/", as: "amina",
                ["name": "Crumbs", "tiers": ["silver": ["multiplier": 1], "gold": ["multiplier": 1]]])
            try await body(RaceTrack(visit: visit))
            var findings: [AuditFinding] = []
            _ = try await RunAudit(in: visit.town.surroundings)(finding: { findings.append($0) })
            #expect(findings == [])
        }
    }

    /// Starts all at once, and counts the answers by their status.
    func run(
        _ call: @Sendable @escaping (Int) async throws -> Visit.Answer
    ) async throws -> [Int: Int] {
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<Self.runnersMax { group.addTask { try await call(number).status } }
            var statuses: [Int: Int] = [:]
            for try await status in group { statuses[status, default: 0] += 1 }
            #expect(statuses.keys.allSatisfy { $0 < 500 }, "\(statuses)")
            return statuses
        }
    }

    /// Makes a reward without limits but those given.
    func offer(_ wishes: [String: JSONValue]) async throws -> JSONValue {
        var reward = JSONObject()
        (reward["name"], reward["reward_type"]) = ("Cake", "free_shipping")
        reward["max_redemptions_per_customer"] = .null
        for (name, wish) in wishes { reward[name] = wish }
        let made = try await visit.ask(.post, "/api/shops/bakery/rewards", as: "amina", .object(reward), gives: 201)
        return try #require(made["id"])
    }

    func redeem(_ reward: JSONValue, as customer: String, key: String? = nil) async throws -> Visit.Answer {
        try await visit.call(
            .post, "/api/shops/bakery/redemptions", as: customer, ["reward_id": reward],
            headers: key.map { ["Idempotency-Key": $0] } ?? [:])
    }

    func order(_ id: String, of customer: String, _ units: Int64, delivered: String? = nil) async throws {
        var order: JSONValue = [
            "customer": ["id": .string(customer)], "status": "delivered", "revision": 1, "total": .string("\(units)"),
        ]
        if let delivered {
            order = [
                "customer": ["id": .string(customer)], "status": "delivered", "revision": 1,
                "total": .string("\(units)"), "delivered_at": .string(delivered),
            ]
        }
        _ = try await visit.ask(.put, "/api/shops/bakery/orders/\(id)", as: "platform", order, gives: 201)
    }

    func refund(_ id: String, of customer: String, _ units: Int64) async throws -> Visit.Answer {
        try await visit.call(
            .put, "/api/shops/bakery/orders/\(id)", as: "platform",
            [
                "customer": ["id": .string(customer)], "status": "delivered", "revision": 2,
                "total": .string("\(units)"), "refunded_amount": .string("\(units)"),
            ])
    }

    /// Holds points, or a reward, at a checkout.
    func hold(_ wish: (key: String, value: JSONValue), for customer: String) async throws -> Visit.Answer {
        var hold = JSONObject()
        hold["customer_id"] = .string(customer)
        hold[wish.key] = wish.value
        return try await visit.call(.post, "/api/shops/bakery/holds", as: "platform", .object(hold))
    }

    func balance(of customer: String) async throws -> Int64 {
        try await view(of: customer).member.balance.count
    }

    func held(of customer: String) async throws -> Int64 {
        try await view(of: customer).member.held.count
    }

    /// The points of each entry of a lapse.
    func expired(of customer: String) async throws -> [Int64] {
        let shop = try await view(of: customer).shop
        let rows = try await ViewEntries(in: visit.town.surroundings)(
            of: Identifier(trusted: customer), in: shop, below: nil, limit: 50)
        return rows.filter { $0.entry.kind == .expired }.map(\.entry.points.count)
    }

    private func view(of customer: String) async throws -> MemberView {
        let town = visit.town.surroundings
        let shop = try await town.database.read { connection in
            try ShopStore(connection).shop(Identifier(trusted: "bakery"))
        }
        return try await ViewMembers(in: town)(Identifier(trusted: customer), in: try #require(shop))
    }
}
