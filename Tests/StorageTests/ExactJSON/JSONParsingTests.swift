import ExactJSON
import Loyalty
import Testing

private let order = """
    {"customer": {"id": "42", "name": "Mia Odhiambo \\u00e9 \\ud83c\\udf82 مريم"}, "status": "delivered", \
    "revision": 3, "total": "1999.00", "tax": -0.5e1, "lines": [{"id": 1, "gift": true}, null, false], "notes": ""}
    """

@Suite struct JSONParsingTests {
    @Test(
        arguments: [
            ("null", .null), (" true\n", .bool(true)), ("\tfalse\r", .bool(false)), ("[]", []), ("{}", [:]),
            ("[1, [2, {}]]", [1, [2, [:]]]), (#"{"b": 1, "a": [null]}"#, ["b": 1, "a": [nil]]),
            (#""""#, ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000\u00E9\u20ac""#, "\0é€"),
            (#""\ud83c\udf82 🎂""#, "🎂 🎂"), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"), (#"{"": 0}"#, ["": 0]),
        ] as [(String, JSONValue)])
    func `what RFC 8259 allows is read`(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: text) == value)
    }

    @Test(
        arguments: [
            ("0", 0, 0), ("-0", 0, 0), ("19.99", 1999, 2), ("19.90", 1990, 2), ("1E2", 100, 0), ("1e+2", 100, 0),
            ("25e-1", 25, 1), ("-0.5", -5, 1), ("0.0001", 1, 4), ("9223372036854775808", 9_223_372_036_854_775_808, 0),
            ("123456789012345678901234567890", 123_456_789_012_345_678_901_234_567_890, 0),
        ] as [(String, Int128, Int)])
    func `a number keeps its digits`(text: String, mantissa: Int128, places: Int) throws {
        #expect(try JSONValue(parsing: text) == .number(Decimal(mantissa: mantissa, places: places)))
    }

    @Test(arguments: [
        "1e400", "-1e31", "1e-31", "1e99999999999999999999", "01", "-01", "-", "1.", ".5e", "1e", "1e+", "1.e1", "1-1",
        "1.2.3", "1234567890123456789012345678901", "0.0000000000000000000000000000001", "999e30e",
        "123456789012345678901234567890e30",
    ])
    func `a number that is not exact or not of JSON's form is refused`(text: String) {
        let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: "[\(text)]") }
        #expect(rejection?.rule == (text.hasPrefix(".") ? .bodyMustBeJson : .numberMustBeExact))
        #expect(rejection?.offset == 1)
    }

    @Test(
        arguments: [
            ("", .bodyMustBeComplete, 0), ("  ", .bodyMustBeComplete, 2), ("tru", .bodyMustBeComplete, 3),
            ("[1", .bodyMustBeComplete, 2), (#""Mia"#, .bodyMustBeComplete, 4), (#""Mia\"#, .bodyMustBeComplete, 5),
            ("nul1", .bodyMustBeJson, 3), ("True", .bodyMustBeJson, 0), ("NaN", .bodyMustBeJson, 0),
            ("-Infinity", .numberMustBeExact, 0), ("+1", .bodyMustBeJson, 0), ("'a'", .bodyMustBeJson, 0),
            ("1 2", .bodyMustBeJson, 2), ("{} x", .bodyMustBeJson, 3), ("[1,]", .bodyMustBeJson, 3),
            ("[,1]", .bodyMustBeJson, 1), ("[1 2]", .bodyMustBeJson, 3), ("[1}", .bodyMustBeJson, 2),
            (#"{"a":1,}"#, .bodyMustBeJson, 7), (#"{"a" 1}"#, .bodyMustBeJson, 5), ("{a:1}", .bodyMustBeJson, 1),
            ("{1:1}", .bodyMustBeJson, 1), ("[1] // one", .bodyMustBeJson, 4), ("\u{FEFF}1", .bodyMustBeJson, 0),
            ("\u{A0}1", .bodyMustBeJson, 0), ("\"a\nb\"", .bodyMustBeJson, 2), ("\"\0\"", .bodyMustBeJson, 1),
            (#""a\x""#, .bodyMustBeJson, 2), (#""\u12g4""#, .bodyMustBeJson, 1), (#""\u12""#, .bodyMustBeJson, 1),
            ("\"\\\n\"", .bodyMustBeJson, 1), (#""\ud800""#, .surrogatesMustBePaired, 1),
            (#""a\udc00""#, .surrogatesMustBePaired, 2), (#""\ud800\u0041""#, .surrogatesMustBePaired, 1),
            (#""\ud800 \udc00""#, .surrogatesMustBePaired, 1), (#""\ud800\n""#, .surrogatesMustBePaired, 1),
            (#"{"a":1,"b":2,"a":3}"#, .keyMustNotRepeat, 0), (#"[{"a":1,"\u0061":2}]"#, .keyMustNotRepeat, 1),
        ] as [(String, JSONRejection.Rule, Int)])
    func `what is not JSON is refused with the rule and the byte`(text: String, rule: JSONRejection.Rule, at: Int) {
        let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: text) }
        #expect(rejection?.rule == rule)
        #expect(rejection?.offset == at)
        #expect(rejection?.sentence.contains("byte \(at)") == true)
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80],
        ] as [[UInt8]])
    func `text that is not UTF-8 is refused`(bytes: [UInt8]) {
        let plain = Array(#"["ok","a"#.utf8) + bytes + Array(#""]"#.utf8)
        #expect(throws: JSONRejection.self) { try JSONValue(parsing: plain) }
        let escaped = Array(#"["\u00e9"#.utf8) + bytes + Array(#"\u00ac"]"#.utf8)
        let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: escaped) }
        #expect(rejection?.rule == .bodyMustBeUtf8)
        #expect(rejection?.code == "body_must_be_utf_8")
        #expect(rejection?.offset == 2)
        #expect(throws: JSONRejection.self) { try JSONValue(parsing: bytes) }
    }

    @Test func `a document cut off at any byte is refused as incomplete`() throws {
        let bytes = Array(order.utf8)
        #expect(throws: Never.self) { try JSONValue(parsing: bytes) }
        for count in 0..<bytes.count {
            let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: Array(bytes.prefix(count))) }
            // Only a number shows at once that it is cut off.
            #expect(rejection?.rule == .bodyMustBeComplete || rejection?.rule == .numberMustBeExact, "at \(count)")
        }
    }

    @Test func `a document with any byte replaced is read or refused, and what is read can be written and read again`()
        throws
    {
        let bytes = Array(order.utf8)
        for index in bytes.indices {
            for byte in Array("\"\\{}[]:,0-e \n\u{0}".utf8) + [0x80, 0xFF] {
                var changed = bytes
                changed[index] = byte
                let value: JSONValue
                do { value = try JSONValue(parsing: changed) } catch { continue }
                #expect(try JSONValue(parsing: value.jsonBytes).jsonBytes == value.jsonBytes)
            }
        }
    }

    @Test func `32 levels are read and one more is refused, however many follow`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(32)) }
        for depth in [33, 1_000_000] {
            let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: nested(depth)) }
            #expect(rejection?.rule == .bodyMustNotNestDeeply)
            #expect(rejection?.offset == 32)
        }
        let objects = String(repeating: #"{"a":"#, count: 100_000)
        #expect(throws: JSONRejection.self) { try JSONValue(parsing: objects) }
        #expect(throws: Never.self) { try JSONValue(parsing: "[\(nested(31)),\(nested(31))]") }
    }

    @Test func `a text of ten megabytes is read, and refused when its end is missing`() throws {
        let text = String(repeating: "Juma 🎂 ", count: 1_000_000)
        #expect(try JSONValue(parsing: "\"\(text)\"") == .string(text))
        #expect(throws: JSONRejection.self) { try JSONValue(parsing: "\"\(text)") }
    }

    @Test func `an object of a hundred thousand keys is read in order, and refused when one of them repeats`() throws {
        let members = (0..<100_000).map { #""\#($0)":\#($0)"# }.joined(separator: ",")
        guard case .object(let object) = try JSONValue(parsing: "{\(members)}") else {
            Issue.record("not an object")
            return
        }
        #expect(object.members.count == 100_000)
        #expect(object.members.last?.key == "99999")
        let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: #"{\#(members),"7":1}"#) }
        #expect(rejection?.rule == .keyMustNotRepeat)
    }

    @Test func `members and elements are found by key and position`() throws {
        let value = try JSONValue(parsing: order)
        #expect(value["customer"]?["id"] == "42")
        #expect(value["lines"]?[0]?["gift"] == true)
        #expect(value["lines"]?[1] == .null)
        #expect(value["lines"]?[3] == nil)
        #expect(value["lines"]?[-1] == nil)
        #expect(value["missing"] == nil)
        #expect(value[0] == nil)
    }

    @Test func `an object keeps the order of its members when one is changed, added or removed`() {
        var object = JSONObject()
        object["b"] = 1
        object["a"] = 2
        object["c"] = .null
        object["b"] = 3
        object["a"] = nil
        object["missing"] = nil
        #expect(object.members.map(\.key) == ["b", "c"])
        #expect(object["b"] == 3)
        #expect(JSONValue.object(object) == ["b": 3, "c": nil])
        #expect(JSONValue.object(object) != ["c": nil, "b": 3])
    }

    @Test func `a rejection says what is wrong and where`() {
        let rejection = #expect(throws: JSONRejection.self) { try JSONValue(parsing: "[1,]") }
        #expect(rejection?.code == "body_must_be_json")
        #expect(rejection?.sentence == "The body must be JSON, and is not at byte 3.")
        #expect(rejection?.kind == .badInput)
    }
}
