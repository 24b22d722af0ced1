import ExactJSON
import HTTPTypes
import Testing

/// Sixty-four at once want to hold, spend or let go of what only one of them can have.
struct HoldRaceTests {
    @Test func `a balance that covers a hold or a redemption has one of them`() async throws {
        try await RaceTrack.open { track in
            let coffee = try await track.offer(["points_cost": 50])
            for round in 0..<RaceTrack.rounds {
                let customer = "mia-\(round)"
                try await track.order("H-\(round)", of: customer, 50)
                let statuses = try await track.run { number in
                    number % 2 == 0
                        ? try await track.redeem(coffee, as: customer)
                        : try await track.hold(("points", 50), for: customer)
                }
                #expect(statuses[201] == 1, "\(statuses)")
                let (balance, held) = (try await track.balance(of: customer), try await track.held(of: customer))
                #expect(balance == held && [0, 50].contains(held), "\(balance) with \(held) held")
            }
        }
    }

    @Test func `the last one in stock is held for one of them`() async throws {
        try await RaceTrack.open { track in
            for number in 0..<RaceTrack.runnersMax { try await track.order("L-\(number)", of: "c-\(number)", 10_000) }
            for _ in 0..<RaceTrack.rounds {
                let cake = try await track.offer(["points_cost": 1, "total_available": 1])
                let statuses = try await track.run { number in
                    try await track.hold(("reward_id", cake), for: "c-\(number)")
                }
                #expect(statuses[201] == 1, "\(statuses)")
            }
        }
    }

    @Test func `a hold is confirmed or released, by however many`() async throws {
        try await RaceTrack.open { track in
            for round in 0..<RaceTrack.rounds {
                let customer = "juma-\(round)"
                try await track.order("C-\(round)", of: customer, 100)
                let hold = try await track.hold(("points", 50), for: customer)
                let path = "/api/shops/bakery/holds/\(try track.visit.text("id", of: hold.body))"
                let statuses = try await track.run { number in
                    number % 2 == 0
                        ? try await track.visit.call(.put, "\(path)/confirmation", as: "platform")
                        : try await track.visit.call(.delete, path, as: "platform")
                }
                // Who asks for what was done already hears the same; the others hear that it is too late.
                #expect(statuses == [200: 32, 409: 32])
                let status = try await track.visit.ask(.get, path, as: "platform")["status"]
                #expect(try await track.balance(of: customer) == (status == "confirmed" ? 50 : 100))
                #expect(try await track.held(of: customer) == 0)
            }
        }
    }
}
