import Testing

@testable import Loyalty

@Suite struct EarningTests {
    @Test func `the vectors of SEMANTICS, what an order earns`() throws {
        for row in rows(
            """
            19.99   1    1.25  0       24
            1.99    1    2     0       3
            100.00  0.5  1.5   0       75
            0.99    1    1     0       0
            33.33   1.1  1.5   0       54
            250.00  1    1     250.01  0
            """)
        {
            let program = program { program in
                program.pointsPerUnit = rate(row[1])
                program.minimumSpend = money(row[3])
            }
            #expect(try points(for: order(total: row[0]), program, times: row[2]) == row[4], "\(row)")
        }
    }

    @Test func `there is one rounding, at the end`() throws {
        for row in rows(
            """
            1.00   1       1       1  1  1
            1.01   1       1       1  1  2
            1.49   1       1       1  1  2
            1.50   1       1       1  2  2
            1.99   1       1       1  2  2
            0.00   1       1       0  0  0
            0.01   1       1       0  0  1
            0.01   0.0001  0.0001  0  0  1
            9.99   0       2       0  0  0
            9.99   2       0       0  0  0
            0.50   0.5     2       0  1  1
            33.33  1.1     1.5     54  55  55
            10.00  0.3333  3       9  10  10
            """)
        {
            for (rounding, expected) in zip(Rounding.allCases, row[3...]) {
                let program = program { program in
                    program.pointsPerUnit = rate(row[1])
                    program.rounding = rounding
                }
                #expect(try points(for: order(total: row[0]), program, times: row[2]) == expected, "\(row) \(rounding)")
            }
        }
    }

    @Test func `an order must reach the minimum spend to earn, and all of it earns then`() throws {
        let program = program { $0.minimumSpend = money("250.00") }
        for (total, expected) in [("249.99", "0"), ("250.00", "250"), ("250.01", "250"), ("0", "0")] {
            #expect(try points(for: order(total: total), program) == expected, "\(total)")
        }
        #expect(try points(for: order(total: "260.00", refunded: "10.00"), program) == "250")
        #expect(try points(for: order(total: "260.00", refunded: "10.01"), program) == "0")
    }

    @Test func `goods alone may earn, without shipping and tax`() throws {
        let table = rows(
            """
            100.00  20.00  16.00  0      order_total  100
            100.00  20.00  16.00  0      goods_only   64
            100.00  20.00  16.00  10.00  order_total  90
            100.00  20.00  16.00  10.00  goods_only   54
            100.00  60.00  40.00  0      goods_only   0
            100.00  60.00  40.00  50.00  goods_only   0
            100.00  0      0      0      goods_only   100
            """)
        for row in table {
            let program = program { $0.earningBasis = EarningBasis(rawValue: row[4]) ?? .orderTotal }
            let order = order(total: row[0], shipping: row[1], tax: row[2], refunded: row[3])
            #expect(try points(for: order, program) == row[5], "\(row)")
        }
    }

    @Test func `the minimum spend is measured on the goods where goods alone earn`() throws {
        let program = program { program in
            program.earningBasis = .goodsOnly
            program.minimumSpend = money("64.00")
        }
        #expect(try points(for: order(total: "100.00", shipping: "36.00"), program) == "64")
        #expect(try points(for: order(total: "100.00", shipping: "36.01"), program) == "0")
    }

    @Test func `a unit of money is a unit in every currency`() throws {
        for row in rows(
            """
            JPY  1999     1    1999
            JPY  1        0.5  0
            KWD  1.999    1    1
            KWD  0.5      2    1
            CLF  12.3456  1    12
            USD  19.99    1    19
            """)
        {
            let currency = currency(row[0])
            let program = program(in: currency) { $0.pointsPerUnit = rate(row[2]) }
            #expect(try points(for: order(total: row[1], in: currency), program) == row[3], "\(row)")
        }
    }
}

private func points(for order: Order, _ program: Program, times multiplier: String = "1") throws -> String {
    let terms = OrderTerms(version: version(of: program), tierKey: "bronze", multiplier: rate(multiplier))
    return try deserved(by: order, under: terms, in: shop(in: order.total.currency)).points.description
}
