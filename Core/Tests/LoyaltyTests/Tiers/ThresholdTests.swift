import Testing

@testable import Loyalty

@Suite struct ThresholdTests {
    @Test func `a tier is reached at its threshold, not a cent before`() {
        for row in rows(
            """
            0.00     bronze
            0.01     bronze
            499.99   bronze
            500.00   silver
            500.01   silver
            1499.99  silver
            1500.00  gold
            4999.99  gold
            5000.00  platinum
            5000.01  platinum
            100000000000.00  platinum
            -0.01    bronze
            """)
        {
            let history = spending([("2026-03-10", row[0])])
            for period in TierPeriod.allCases {
                let policy = TierPolicy(ladder: standardLadder, period: period)
                let standing = policy.standing(of: history, joinedOn: day("2026-01-15"), on: day("2026-03-10"))
                #expect(standardLadder[standing.rank].key == row[1], "\(row) \(period)")
                #expect(standing.metric == money(row[0]).minorUnits, "\(row) \(period)")
            }
        }
    }

    @Test func `whoever never spent holds the lowest tier, on every day`() {
        for period in TierPeriod.allCases {
            for fall in FallPolicy.allCases {
                let policy = TierPolicy(ladder: standardLadder, period: period, fall: fall, graceDays: 30)
                for text in ["1970-01-01", "2025-01-14", "2026-01-15", "2199-12-31"] {
                    let standing = policy.standing(of: SpendingHistory(), joinedOn: day("2025-01-15"), on: day(text))
                    #expect(standing == TierStanding(rank: 0, metric: 0), "\(text)")
                }
            }
        }
    }

    @Test func `a ladder finds its tiers by key`() {
        #expect(["bronze", "silver", "gold", "platinum"].map { standardLadder.rank(of: $0) } == [0, 1, 2, 3])
        #expect(standardLadder.rank(of: "Gold") == nil)
        #expect(standardLadder.rank(of: "") == nil)
    }

    @Test func `keys and names of tiers follow from each other`() {
        for (name, key) in [("Gold", "gold"), ("Gold Plus", "gold_plus"), ("Top-10", "top_10"), ("Étoile", "étoile")] {
            #expect(Tier.key(for: name) == key)
        }
        for (key, name) in [("gold", "Gold"), ("gold_plus", "Gold Plus"), ("gold__plus_", "Gold Plus")] {
            #expect(Tier.name(for: key) == name)
        }
    }
}
