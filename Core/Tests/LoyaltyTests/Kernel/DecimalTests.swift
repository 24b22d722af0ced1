import Loyalty
import Testing

@Suite struct DecimalTests {
    @Test func `what JSON calls a number is read exactly`() throws {
        for row in rows(
            """
            0                               0               0
            -0                              0               0
            -0.0                            0               1
            7                               7               0
            19.99                           1999            2
            -3                              -3              0
            -0.5                            -5              1
            0.1                             1               1
            0.10                            10              2
            1e3                             1000            0
            1E3                             1000            0
            1e+3                            1000            0
            1e03                            1000            0
            1.25e1                          125             1
            1.25e2                          125             0
            12.5e-1                         125             2
            5e-3                            5               3
            0e0                             0               0
            123456789012345678901234567890  123456789012345678901234567890   0
            0.12345678901234567890123456789  12345678901234567890123456789   29
            1e30                            1000000000000000000000000000000  0
            1e-30                           1               30
            """)
        {
            let read = try #require(Decimal(row[0]), "\(row[0])")
            #expect("\(read.mantissa)" == row[1], "\(row[0])")
            #expect("\(read.places)" == row[2], "\(row[0])")
        }
    }

    @Test(arguments: [
        "", " ", "1 ", " 1", "+1", "--1", "-", ".", ".5", "5.", "-.5", "1..2", "1.2.3", "01", "00", "-01", "1,000",
        "1_000", "0x10", "1e", "1e+", "1e-", "1e+-3", "1e3.5", "e3", "1ee3", "NaN", "nan", "Infinity", "-Infinity",
        "inf", "1e31", "1e-31", "1e999999999999999999999999", "1/2", "$5", "5%", "null", "true", "\"5\"",
        "٣", "１", "½", "1\u{301}", "−1", "1\u{200B}",
    ])
    func `anything else is not a number`(text: String) {
        #expect(Decimal(text) == nil)
    }

    @Test func `a number with a control character is none`() {
        for text in ["1\0", "\01", "1\n", "1\r\n", "\t1", "1\u{7F}"] { #expect(Decimal(text) == nil) }
    }

    @Test func `thirty digits are read, thirty-one are not`() {
        let thirty = String(repeating: "9", count: 30)
        #expect(Decimal(thirty) != nil)
        #expect(Decimal("-\(thirty)") != nil)
        #expect(Decimal(thirty + "9") == nil)
        #expect(Decimal("0.\(thirty)") != nil)
        #expect(Decimal("0.\(thirty)9") == nil)
        #expect(Decimal("1.\(thirty)") == nil)
        #expect(Decimal("\(thirty)e30") == nil, "more than 128 bits")
    }

    @Test func `a text of a million digits is refused`() {
        #expect(Decimal(String(repeating: "1", count: 1_000_000)) == nil)
        #expect(Decimal("1e" + String(repeating: "0", count: 1_000_000)) != nil, "zeros lead nowhere")
    }

    @Test func `it is written plainly, and reads as the same value again`() throws {
        for row in rows(
            """
            0          0
            -0         0
            0.00       0
            -0.50      -0.5
            19.90      19.9
            100        100
            100.00     100
            1e3        1000
            5e-3       0.005
            -5e-3      -0.005
            -12.3400   -12.34
            """)
        {
            let written = try #require(Decimal(row[0])).description
            #expect(written == row[1], "\(row[0])")
            #expect(Decimal(written)?.description == row[1])
        }
    }
}
