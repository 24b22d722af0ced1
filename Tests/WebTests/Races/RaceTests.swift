import ExactJSON
import Foundation
import HTTPTypes
import Loyalty
import Operations
import Storage
import Testing

/// Sixty-four at once want what only one can have. Ten rounds each; `TUZO_RACE_ROUNDS` plays more.
struct RaceTests {
    private static let redemptions = "/api/shops/bakery/redemptions"

    @Test func `the last one in stock goes to one of them`() async throws {
        try await RaceTrack.open { track in
            for number in 0..<RaceTrack.runnersMax { try await track.order("S-\(number)", of: "c-\(number)", 10_000) }
            for _ in 0..<RaceTrack.rounds {
                let cake = try await track.offer(["points_cost": 1, "total_available": 1])
                let statuses = try await track.run { number in
                    try await track.redeem(cake, as: "c-\(number)")
                }
                #expect(statuses[201] == 1, "\(statuses)")
            }
        }
    }

    @Test func `a balance that covers one redemption pays for one`() async throws {
        try await RaceTrack.open { track in
            let coffee = try await track.offer(["points_cost": 50])
            for round in 0..<RaceTrack.rounds {
                try await track.order("B-\(round)", of: "mia-\(round)", 99)
                let statuses = try await track.run { _ in try await track.redeem(coffee, as: "mia-\(round)") }
                #expect(statuses[201] == 1, "\(statuses)")
                #expect(try await track.balance(of: "mia-\(round)") == 49)
            }
        }
    }

    @Test func `a code is used once`() async throws {
        try await RaceTrack.open { track in
            let bonus = try await track.offer(["points_cost": 1, "reward_type": "bonus_points", "bonus_points": 7])
            try await track.order("U-1", of: "mia", 10_000)
            for round in 1...RaceTrack.rounds {
                let issued = try await track.redeem(bonus, as: "mia")
                guard case .string(let code)? = issued.body["code"] else { return #expect(Bool(false), "\(issued)") }
                let statuses = try await track.run { _ in
                    try await track.visit.call(.put, "/api/shops/bakery/codes/\(code)/use", as: "amina", [:])
                }
                #expect(statuses[200] == 1, "\(statuses)")
                #expect(try await track.balance(of: "mia") == Int64(10_000 + round * 6))
            }
        }
    }

    @Test func `an idempotency key has one effect`() async throws {
        try await RaceTrack.open { track in
            let coffee = try await track.offer(["points_cost": 50])
            try await track.order("K-1", of: "mia", 1_000_000)
            for round in 1...RaceTrack.rounds {
                let statuses = try await track.run { _ in
                    try await track.redeem(coffee, as: "mia", key: "key-\(round)")
                }
                #expect(Set(statuses.keys).isSubset(of: [201, 409]), "\(statuses)")
                #expect(try await track.balance(of: "mia") == Int64(1_000_000 - round * 50))
            }
        }
    }

    @Test func `a redemption and a refund of the points for it leave a debt or no redemption`() async throws {
        try await RaceTrack.open { track in
            let coffee = try await track.offer(["points_cost": 50])
            for round in 0..<RaceTrack.rounds {
                let (order, customer) = ("R-\(round)", "juma-\(round)")
                try await track.order(order, of: customer, 50)
                let statuses = try await track.run { number in
                    number % 2 == 0
                        ? try await track.redeem(coffee, as: customer)
                        : try await track.refund(order, of: customer, 50)
                }
                #expect(statuses[200] == 32, "every refund is acknowledged: \(statuses)")
                #expect(try await track.balance(of: customer) == -50 * Int64(statuses[201] ?? 0))
                #expect(statuses[201] ?? 0 <= 1)
            }
        }
    }

    @Test func `points that are over lapse once, and nobody redeems them`() async throws {
        try await RaceTrack.open { track in
            let coffee = try await track.offer(["points_cost": 50])
            for round in 0..<RaceTrack.rounds {
                let customer = "amina-\(round)"
                try await track.order("E-\(round)", of: customer, 50, delivered: "2025-10-20T12:00:00Z")
                let statuses = try await track.run { number in
                    if number % 2 == 0 { return try await track.redeem(coffee, as: customer) }
                    let tally = try await RunUpkeep(in: track.visit.town.surroundings)()
                    return Visit.Answer(status: tally.failures == 0 ? 200 : 500, body: .null)
                }
                #expect(statuses[201] == nil, "\(statuses)")
                #expect(try await track.expired(of: customer) == [-50])
            }
        }
    }
}

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

    func balance(of customer: String) async throws -> Int64 {
        try await view(of: customer).member.balance.count
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
