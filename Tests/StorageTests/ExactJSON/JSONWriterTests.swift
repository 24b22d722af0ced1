import ExactJSON
import Loyalty
import Testing

private struct Membership: JSONWritable {
    let shop: String
    let balance: Points

    func write(to json: inout JSONWriter) {
        json.object {
            $0.field("shop_name", shop)
            $0.field("points_balance", balance)
        }
    }
}

@Suite struct JSONWriterTests {
    @Test func `objects and arrays nest, with commas only between`() {
        var json = JSONWriter()
        json.object {
            $0.field("name", "Bakery")
            $0.field("tiers") {
                $0.field("gold") { $0.field("threshold", 1500) }
                $0.field("empty") { _ in }
            }
            $0.array("items", [1, 2]) { json, number in json.object { $0.field("n", number) } }
            $0.array("none", [Int]()) { json, number in json.value(number) }
            $0.key("pairs")
            $0.array {
                $0.array([true, false]) { json, flag in json.value(flag) }
                $0.value("end")
            }
        }
        #expect(
            String(decoding: json.bytes, as: UTF8.self) == """
                {"name":"Bakery","tiers":{"gold":{"threshold":1500},"empty":{}},"items":[{"n":1},{"n":2}],"none":[],\
                "pairs":[[true,false],"end"]}
                """)
    }

    @Test func `types of one's own are written wherever numbers are`() {
        let memberships = [
            Membership(shop: "Bakery", balance: Points(84)), Membership(shop: "Bookshop", balance: .zero),
        ]
        let bakery = #"{"shop_name":"Bakery","points_balance":84}"#
        #expect(memberships.jsonText == #"[\#(bakery),{"shop_name":"Bookshop","points_balance":0}]"#)
        var json = JSONWriter()
        json.object {
            $0.field("one", memberships[0])
            $0.field("none", Membership?.none)
            $0.field("some", Optional(7))
            $0.field("list", ["a", "b"])
        }
        #expect(json.bytes == Array(#"{"one":\#(bakery),"none":null,"some":7,"list":["a","b"]}"#.utf8))
    }

    @Test(arguments: [
        ("", #""""#), ("Mia", #""Mia""#), ("a\"b\\c/", #""a\"b\\c/""#), ("\n\r\t", #""\n\r\t""#),
        ("\0\u{1}\u{8}\u{C}\u{1F}", #""\u0000\u0001\u0008\u000c\u001f""#),
        ("\u{7F}é🎂مريم\u{2028}", "\"\u{7F}é🎂مريم\u{2028}\""),
        ("\"", #""\"""#), ("end\n", #""end\n""#),
    ])
    func `text is escaped where it must be and nowhere else`(text: String, json: String) throws {
        #expect(text.jsonText == json)
        #expect(try JSONValue(parsing: json) == .string(text))
    }

    @Test func `every character survives being written and read`() throws {
        let scalars = (0...0x10FFFF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }
        let text = String(String.UnicodeScalarView(scalars))
        guard case .string(let read) = try JSONValue(parsing: text.jsonBytes) else {
            Issue.record("not a text")
            return
        }
        #expect(Array(read.utf8) == Array(text.utf8))
    }

    @Test func `a key is escaped too`() {
        #expect((["a\"b\n": 1] as JSONValue).jsonText == #"{"a\"b\n":1}"#)
    }

    @Test(arguments: [0, 7, -7, 10, 99, 100, 1_000_000_007, .max, .min, .max - 1, .min + 1] as [Int64])
    func `a whole number is written as it is`(number: Int64) {
        #expect(number.jsonText == String(number))
        #expect(Points(number).jsonText == String(number))
        #expect(Int(number).jsonText == String(number))
    }

    @Test(arguments: [
        ("19.99", "19.99"), ("19.90", "19.9"), ("2000.00", "2000"), ("-0.50", "-0.5"), ("0.001", "0.001"),
        ("-0.0", "0"),
        ("10", "10"), ("100.010", "100.01"), ("1E2", "100"), ("-12345678901234567890.5", "-12345678901234567890.5"),
        ("0.000000000000000000000000000001", "0.000000000000000000000000000001"),
        ("1844674407370955161.6", "1844674407370955161.6"), ("18446744073709551615", "18446744073709551615"),
        ("0.1234567890123456789", "0.1234567890123456789"), ("0.123456789012345678", "0.123456789012345678"),
    ])
    func `a decimal number is written without superfluous zeros`(text: String, json: String) throws {
        let decimal = try #require(Decimal(text))
        #expect(decimal.jsonText == json)
        #expect(decimal.jsonText == decimal.description)
    }

    @Test(
        arguments: [
            (199_900, "KES", "1999"), (1_999, "USD", "19.99"), (-5, "USD", "-0.05"), (500, "JPY", "500"),
            (1_250, "KWD", "1.25"), (0, "USD", "0"), (.min, "JPY", "-9223372036854775808"),
        ] as [(Int64, String, String)])
    func `money is a number with the decimals it needs`(minorUnits: Int64, currency: String, json: String) throws {
        #expect(Money(minorUnits: minorUnits, try Currency(currency)).jsonText == json)
    }

    @Test func `rates, days and ids have their usual forms`() throws {
        #expect(Rate(tenThousandths: 12_500).jsonText == "1.25")
        #expect(Rate.one.jsonText == "1")
        #expect(try #require(Day(year: 2026, month: 2, day: 9)).jsonText == #""2026-02-09""#)
        #expect(Day(year: 7, month: 12, day: 31)?.jsonText == #""0007-12-31""#)
        #expect(Identifier<Membership>(trusted: "a\"b").jsonText == #""a\"b""#)
    }

    @Test(
        arguments: [
            0, 1, -1, 999, 1_000, 86_399_999, 86_400_000, -86_400_001, 1_772_323_200_000, 1_793_786_400_250,
            253_402_300_799_999, -62_135_596_800_000,
        ] as [Int64])
    func `an instant is written as Core describes it`(milliseconds: Int64) {
        let instant = Instant(milliseconds: milliseconds)
        #expect(instant.jsonText == "\"\(instant)\"")
        #expect(Instant(instant.description) == instant)
    }

    @Test func `a document is written without blanks, in its own order`() throws {
        let value = try JSONValue(parsing: #" { "b" : [ 1.50 , null , { } ] , "a" : "é" , "c" : { "x" : true } } "#)
        #expect(value.description == #"{"b":[1.5,null,{}],"a":"é","c":{"x":true}}"#)
    }
}
