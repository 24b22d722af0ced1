import ExactJSON
import HTTPTypes
import Operations
import Testing

/// Sixty-four at once want what only one can have. Ten rounds each; `TUZO_RACE_ROUNDS` plays more.
struct RaceTests {
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

    @Test func `whoever redeems and leaves at once keeps neither a code nor points`() async throws {
        try await RaceTrack.open { track in
            let coffee = try await track.offer(["points_cost": 50])
            for round in 0..<RaceTrack.rounds {
                let customer = "zawadi-\(round)"
                try await track.order("Z-\(round)", of: customer, 500)
                let statuses = try await track.run { number in
                    guard number % 8 == 0 else { return try await track.redeem(coffee, as: customer) }
                    return try await track.visit.call(.delete, "/api/shops/bakery/members/\(customer)", as: customer)
                }
                #expect(statuses[200] == 8, "leaving twice is harmless: \(statuses)")
                #expect(statuses[201] ?? 0 <= 10)
                #expect(try await track.balance(of: customer) == 0)
                #expect(try await track.expired(of: customer) == [-500])
            }
        }
    }

    @Test func `an order that is cancelled while it is processed again stays cancelled`() async throws {
        try await RaceTrack.open { track in
            for round in 0..<RaceTrack.rounds {
                let (order, customer) = ("P-\(round)", "juma-\(round)")
                @Sendable func put(_ status: JSONValue) async throws -> Visit.Answer {
                    try await track.visit.call(
                        .put, "/api/shops/bakery/orders/\(order)", as: "platform",
                        ["customer": ["id": .string(customer)], "total": "150", "status": status])
                }
                #expect(try await put("delivered").status == 201)
                let statuses = try await track.run { number in
                    if number == RaceTrack.runnersMax / 2 { return try await put("cancelled") }
                    return try await track.visit.call(
                        .post, "/api/loyalty/process-order-points", as: "platform",
                        ["order_id": .string(order), "shop_id": "bakery"])
                }
                #expect(Set(statuses.keys).isSubset(of: [200, 400]), "\(statuses)")
                #expect(try await track.balance(of: customer) == 0)
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
