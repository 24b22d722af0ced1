import Testing

@testable import Loyalty

@Suite struct LifetimeTests {
    @Test(arguments: [0, 30])
    func `all spending counts for ever, whatever the policy`(graceDays: Int) throws {
        try expectTiers(
            .lifetime, graceDays: graceDays,
            """
            day         spent     recompute  one_step  never
            2025-03-10  499.99    bronze     bronze    bronze
            2027-03-10  0.01      silver     silver    silver
            2099-12-31  -         silver     silver    silver
            2100-01-01  1000.00   gold       gold      gold
            """)
    }

    @Test func `it falls by a refund alone`() throws {
        try expectTiers(
            .lifetime,
            """
            day         spent     recompute  one_step  never
            2025-03-10  500.00    silver     silver    silver
            2026-03-10  -0.01     bronze     bronze    bronze
            2027-03-10  0.01      silver     silver    silver
            """)
    }
}
