import ExactJSON
import HTTPTypes
import Testing

/// Sixty-four at once claim one invitation, and then send the order that pays for it.
struct ReferralRaceTests {
    @Test func `an invitation is claimed once, and paid once to both sides`() async throws {
        try await RaceTrack.open { track in
            try await track.order("I-0", of: "mia", 40)
            let info = try await track.visit.ask(.get, "/api/loyalty/referral-info/?shop_id=bakery", as: "mia")
            let code = try #require(info["referral_code"])
            for round in 1...RaceTrack.rounds {
                let customer = "juma-\(round)"
                let claims = try await track.run { _ in
                    try await track.visit.call(
                        .post, "/api/shops/bakery/referral-claims", as: "platform",
                        ["code": code, "customer_id": .string(customer)])
                }
                #expect(claims == [201: 1, 200: 63])
                let orders = try await track.run { _ in
                    try await track.visit.call(
                        .put, "/api/shops/bakery/orders/I-\(round)", as: "platform",
                        [
                            "customer": ["id": .string(customer)], "status": "delivered", "revision": 1,
                            "total": "30.00",
                        ])
                }
                #expect(orders == [201: 1, 200: 63])
                #expect(try await track.balance(of: customer) == 30 + 50)
                #expect(try await track.balance(of: "mia") == Int64(40 + round * 100))
            }
        }
    }
}
