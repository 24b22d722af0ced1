import Loyalty
import Testing

@Suite struct DecimalScalingTests {
    @Test func `a value becomes whole units of the wanted size`() throws {
        for row in rows(
            """
            19.99                 2   1999
            19.9                  2   1990
            19                    2   1900
            19.990000             2   1999
            -0.01                 2   -1
            0                     0   0
            0e-30                 0   0
            1e3                   0   1000
            1.2345                4   12345
            9223372036854775807   0   9223372036854775807
            -9223372036854775808  0   -9223372036854775808
            92233720368547758.07  2   9223372036854775807
            0.000000000000000001  18  1
            """)
        {
            let places = try #require(Int(row[1]))
            #expect(try "\(decimal(row[0]).scaled(toPlaces: places))" == row[2], "\(row[0])")
        }
    }

    @Test(arguments: [("19.999", 2), ("0.1", 0), ("-0.001", 2), ("1e-30", 4), ("1.00001", 4)])
    func `nothing is ever rounded`(text: String, places: Int) {
        #expect(throws: DecimalRejection.mustNotBeFiner(places: places)) { try decimal(text).scaled(toPlaces: places) }
    }

    @Test(arguments: [
        ("9223372036854775808", 0), ("-9223372036854775809", 0), ("92233720368547758.08", 2), ("1e30", 0),
        ("1e30", 30), ("123456789012345678901234567890", 4),
    ])
    func `what needs more than 64 bits is refused`(text: String, places: Int) {
        #expect(throws: DecimalRejection.mustFitIn64Bits) { try decimal(text).scaled(toPlaces: places) }
    }
}
