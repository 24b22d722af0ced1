import Loyalty
import Testing

@Suite struct MoneyTests {
    @Test func `amounts are kept in minor units and written with all decimals`() throws {
        for row in rows(
            """
            KES  19.99     1999    19.99
            KES  1999      199900  1999.00
            KES  0.05      5       0.05
            KES  -0.05     -5      -0.05
            KES  -12.3     -1230   -12.30
            KES  0         0       0.00
            KES  -0        0       0.00
            JPY  500       500     500
            JPY  5e2       500     500
            JPY  500.00    500     500
            JPY  -7        -7      -7
            KWD  1.25      1250    1.250
            KWD  0.001     1       0.001
            KWD  -0.001    -1      -0.001
            CLF  0.0001    1       0.0001
            CLF  3.5       35000   3.5000
            """)
        {
            let amount = money(row[1], currency(row[0]))
            #expect("\(amount.minorUnits)" == row[2], "\(row)")
            #expect(amount.description == row[3], "\(row)")
        }
    }

    @Test(arguments: [("JPY", "0.1"), ("KES", "19.999"), ("KES", "1e-30"), ("KWD", "1.2505"), ("CLF", "0.00001")])
    func `an amount finer than its currency is refused`(code: String, text: String) {
        #expect(throws: MoneyRejection(.amountMustNotBeFinerThanTheCurrency, field: "total")) {
            try Money(decimal(text), currency(code), field: "total")
        }
    }

    @Test func `ten trillion minor units are the limit, on both sides of zero`() throws {
        for text in ["100000000000", "-100000000000"] {
            #expect(try Money(decimal(text), kes, field: "total").minorUnits.magnitude == Money.limit.magnitude)
        }
        for text in ["100000000000.01", "-100000000000.01", "1e30", "-1e30", "9223372036854775807"] {
            #expect(throws: MoneyRejection(.amountMustBeBelowTheLimit, field: "total")) {
                try Money(decimal(text), kes, field: "total")
            }
        }
    }

    @Test func `amounts of different currencies are never equal`() {
        #expect(Money(minorUnits: 100, kes) != Money(minorUnits: 100, usd))
    }

    @Test func `the smallest number of 64 bits can be written`() {
        #expect(Money(minorUnits: .min, kes).description == "-92233720368547758.08")
        #expect(Money(minorUnits: .min, currency("JPY")).description == "-9223372036854775808")
    }
}
