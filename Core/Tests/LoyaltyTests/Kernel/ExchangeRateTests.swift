import Testing

@testable import Loyalty

@Suite struct ExchangeRateTests {
    @Test func `a rate is above zero, with ten decimals and twelve digits before them at most`() {
        for row in rows(
            """
            0                        exchange_rate_must_be_above_zero
            -1.5                     exchange_rate_must_be_above_zero
            0.00000000001            exchange_rate_must_have_ten_decimals_at_most
            1.12345678901            exchange_rate_must_have_ten_decimals_at_most
            1000000000000            exchange_rate_must_have_twelve_digits_at_most
            1000000000000.5          exchange_rate_must_have_twelve_digits_at_most
            999999999999.9999999999  taken
            0.0000000001             taken
            1.50000000000000         taken
            """)
        {
            #expect(fate(of: row[0]) == row[1], "\(row)")
        }
    }

    @Test func `rates are the same whatever zeros they are written with`() {
        #expect(exchangeRate("1.250") == exchangeRate("1.25"))
        #expect(exchangeRate("1.250").description == "1.25")
        #expect(exchangeRate("1.00").isOne)
        #expect(exchangeRate("100").description == "100")
        #expect(!exchangeRate("1.0000000001").isOne)
    }

    @Test func `an amount is converted exactly, and rounded once, half a minor unit up`() {
        for row in rows(
            """
            JPY  1            0.87          KES  0.87
            JPY  1            0.005         KES  0.01
            JPY  1            0.0049999999  KES  0.00
            KES  100.00       1.145         JPY  115
            KES  100.00       1.1449999999  JPY  114
            KWD  1.234        421.5         KES  520.13
            KWD  0.001        421.5         KES  0.42
            KES  520.13       0.0023724792  KWD  1.234
            KES  0.01         0.0023724792  KWD  0.000
            USD  19.99        129.05        KES  2579.71
            JPY  10000000000  1000          JPY  10000000000000
            CLF  0.0001       1             JPY  0
            """)
        {
            let (from, to) = (currency(row[0]), currency(row[3]))
            let converted = exchangeRate(row[2]).converted(money(row[1], from), to: to)
            #expect(converted == money(row[4], to).minorUnits, "\(row)")
        }
    }

    @Test func `the largest amount by the finest rate is converted exactly`() {
        let most = Money(minorUnits: Money.limit, kes)
        #expect(exchangeRate("0.0000000001").converted(most, to: kes) == 1_000)
        #expect(exchangeRate("999999999999").converted(most, to: kes) == nil)
        #expect(exchangeRate("99999.9999999999").converted(most, to: kes) == 999_999_999_999_999_000)
        #expect(exchangeRate("900000").converted(most, to: kes) == 9_000_000_000_000_000_000)
        let yen = Money(minorUnits: Money.limit, currency("JPY"))
        #expect(exchangeRate("999999999999").converted(yen, to: currency("CLF")) == nil)
    }
}

private func fate(of text: String) -> String {
    do {
        _ = try ExchangeRate(decimal(text), field: "exchange_rate")
        return "taken"
    } catch {
        #expect(error.field == "exchange_rate")
        return error.code
    }
}
