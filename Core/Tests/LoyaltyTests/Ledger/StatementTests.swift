import Testing

@testable import Loyalty

@Suite struct StatementTests {
    @Test func `opening and every column lead to the closing balance, line by line`() throws {
        let books = try play(
            """
            order   A-1  mia  90.00          balance 90
            reward  coffee  60
            redeem  coffee  mia              balance 30
            cancel  coffee  mia              balance 90
            refund  A-1  mia  12.00          balance 78
            adjust  mia  20                  balance 98
            adjust  mia  -5                  balance 93
            """)
        let entries = books[mia].entries
        for first in 0...entries.count {
            let opening = entries.prefix(first).map(\.points).total
            let statement = Statement(opening: opening, entries: entries.dropFirst(first).map { ($0, openingDay) })
            #expect(statement.closing == Points(93))
            #expect(statement.lines.map(\.balance) == entries.dropFirst(first).map(\.balanceAfter))
        }
        let whole = Statement(opening: .zero, entries: entries.map { ($0, openingDay) })
        #expect(LedgerTotal.allCases.map(whole.sum) == [90, -60, 0, 15, -12, 60].map { Points($0) })
    }

    @Test func `every kind of entry has its words`() {
        #expect(Set(EntryKind.allCases.map(\.words)).count == EntryKind.allCases.count)
    }
}
