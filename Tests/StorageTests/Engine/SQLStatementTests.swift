import Storage
import Testing

struct SQLStatementTests {
    private let columns: StaticString = "customer, stamps"

    private func cards(of customer: String, limit: Int) -> SQLStatement {
        "SELECT customer, stamps FROM card WHERE customer = \(customer) LIMIT \(limit)"
    }

    @Test func `values become numbered parameters, and never SQL`() {
        let statement = cards(of: "'; DROP TABLE card; --", limit: 3)
        #expect(statement.text.sql == "SELECT customer, stamps FROM card WHERE customer = ?1 LIMIT ?2")
        #expect(statement.values == [.text("'; DROP TABLE card; --"), .integer(3)])
    }

    @Test func `a statement is known again, whatever its values`() {
        let (one, other) = (cards(of: "Mia", limit: 1), cards(of: "Juma", limit: 2))
        #expect(one.text == other.text)
        #expect(one.text.hashValue == other.text.hashValue)
    }

    @Test func `what reads otherwise is another statement`() {
        let (first, second): (StaticString, StaticString) = ("customer", "stamps")
        let statements: [SQLStatement] = [
            "SELECT \(sql: first), \(sql: second) FROM card", "SELECT \(sql: second), \(sql: first) FROM card",
            "SELECT \(sql: first), \(1) FROM card", "SELECT \(1), \(sql: first) FROM card",
            SQLStatement(written: "SELECT 1 FROM card"), SQLStatement(written: "SELECT 2 FROM card"),
        ]
        #expect(Set(statements.map(\.text)).count == statements.count)
        #expect(Set(statements.map(\.text.sql)).count == statements.count)
    }

    @Test func `a list of columns is written where it stands`() {
        let statement: SQLStatement = "SELECT \(sql: columns) FROM card"
        #expect(statement.text.sql == "SELECT customer, stamps FROM card")
        #expect(statement.values.isEmpty)
    }
}
