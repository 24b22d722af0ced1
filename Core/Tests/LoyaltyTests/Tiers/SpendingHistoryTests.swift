import Testing

@testable import Loyalty

@Suite struct SpendingHistoryTests {
    @Test func `days are summed with both ends included`() {
        let history = spending([("2026-01-10", "1"), ("2026-01-01", "2"), ("2025-12-31", "4"), ("2026-01-10", "8")])
        for row in rows(
            """
            2025-12-31  2025-12-31  4
            2025-12-31  2026-01-01  6
            2026-01-01  2026-01-09  2
            2026-01-01  2026-01-10  11
            2026-01-02  2026-01-09  0
            2026-01-11  2026-12-31  0
            2024-01-01  2027-01-01  15
            2026-01-10  2026-01-09  0
            """)
        {
            #expect(history.sum(from: day(row[0]), through: day(row[1])) == money(row[2]).minorUnits, "\(row)")
        }
        #expect(history.sum(through: day("2025-12-30")) == 0)
        #expect(history.sum(through: day("2026-01-01")) == 600)
        #expect(history.total == 1_500)
        #expect(history.firstDay == day("2025-12-31"))
        #expect(SpendingHistory().firstDay == nil)
    }

    @Test func `it is the same whether it is read at once or built day by day, in any order`() {
        let days = [("2026-01-10", "1"), ("2026-01-01", "2"), ("2025-12-31", "4"), ("2026-03-01", "8")]
        let read = SpendingHistory(days.map { (day($0.0), money($0.1).minorUnits) })
        for permutation in permutations(of: days) {
            #expect(spending(permutation.map { (day: $0.0, amount: $0.1) }) == read)
        }
    }

    /// A model that keeps one amount a day in a dictionary knows nothing of binary searches.
    @Test func `it sums like a plain list of days`() {
        var dice = Dice(seed: 7)
        var history = SpendingHistory()
        var model: [Int64: Int64] = [:]
        for _ in 1...300 {
            let offset = dice.roll(0...400)
            let amount = dice.roll(-500...1_000)
            history.add(amount, on: openingDay + Int(offset))
            model[offset, default: 0] += amount
            let first = dice.roll(0...400)
            let last = dice.roll(0...400)
            let sum = model.filter { $0.key >= first && $0.key <= last }.values.reduce(0, +)
            #expect(history.sum(from: openingDay + Int(first), through: openingDay + Int(last)) == sum)
        }
    }
}
