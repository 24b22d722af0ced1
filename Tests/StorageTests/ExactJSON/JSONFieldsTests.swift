import ExactJSON
import Loyalty
import Testing

private enum Customer {}

private func fields(_ text: String) throws -> JSONFields { try JSONFields(parsing: Array(text.utf8)) }

private func rejection(_ text: String, _ read: (JSONFields) throws -> Void) throws -> FieldRejection? {
    let fields = try fields(text)
    return #expect(throws: FieldRejection.self) { try read(fields) }
}

@Suite struct JSONFieldsTests {
    @Test func `an order is read field by field`() throws {
        let order = try fields(
            """
            {"customer": {"id": "42", "name": "Mia Odhiambo"}, "revision": 3, "total": "1999.00", "tax": 0.5,
             "placed_at": "2026-11-02T11:15:00+03:00", "birthday": "1992-02-29", "gift": false, "expiry_days": null,
             "lines": [{"quantity": 1}, {"quantity": "2"}], "tags": ["cakes"], "unknown": [[]]}
            """)
        let customer = try order.object("customer")
        let id: Identifier<Customer> = try customer.id("id")
        #expect(id.text == "42")
        #expect(try customer.text("name", max: 200) == "Mia Odhiambo")
        #expect(try order.integer("revision") == 3)
        #expect(try order.decimal("total") == Decimal("1999.00"))
        #expect(try order.decimal("tax") == Decimal("0.5"))
        #expect(try order.instant("placed_at") == Instant("2026-11-02T08:15:00Z"))
        #expect(try order.day("birthday") == Day("1992-02-29"))
        #expect(try order.flag("gift") == false)
        #expect(try order.array("lines", max: 2).map { try $0.object().integer("quantity") } == [1, 2])
        #expect(try order.array("tags", max: 9).map { try $0.text(max: 5) } == ["cakes"])
    }

    @Test func `absent, null and present are told apart`() throws {
        let program = try fields(#"{"name": "Crumbs", "points_expiry_days": null}"#)
        #expect(program.has("name") && program.has("points_expiry_days") && !program.has("description"))
        #expect(try program.optionalInteger("points_expiry_days") == nil)
        #expect(try program.optionalText("description", max: 10) == nil)
        #expect(try program.optionalText("name", max: 10) == "Crumbs")
        #expect(program.optional("points_expiry_days") == nil)
    }

    @Test func `what is absent or null is missing to every plain reading and nil to every optional one`() throws {
        for key in ["absent", "null"] {
            let body = try fields(#"{"null": null}"#)
            let plain: [() throws -> Any] = [
                { try body.text(key, max: 1) }, { try body.decimal(key) }, { try body.integer(key) },
                { try body.flag(key) }, { try body.instant(key) }, { try body.day(key) },
                { try body.id(key) as Identifier<Customer> }, { try body.object(key) },
                { try body.array(key, max: 1) },
            ]
            for read in plain {
                #expect(throws: FieldRejection(.fieldIsRequired, key)) { _ = try read() }
            }
            let id: Identifier<Customer>? = try body.optionalID(key)
            #expect(id == nil)
            #expect(try body.optionalText(key, max: 1) == nil && body.optionalDecimal(key) == nil)
            #expect(try body.optionalInteger(key) == nil && body.optionalFlag(key) == nil)
            #expect(try body.optionalInstant(key) == nil && body.optionalDay(key) == nil)
            #expect(try body.optionalObject(key) == nil && body.optionalArray(key, max: 1)?.count == nil)
        }
    }

    @Test(
        arguments: [
            (#"{"f": 7}"#, .fieldMustBeText, nil), (#"{"f": ["a"]}"#, .fieldMustBeText, nil),
            (#"{"f": "abcdef"}"#, .fieldMustNotBeTooLong, 5), (#"{"f": "🎂🎂🎂🎂🎂🎂"}"#, .fieldMustNotBeTooLong, 5),
            (#"{"f": "a\u0000"}"#, .fieldMustNotHoldControlCharacters, nil),
            (#"{"f": "e\u0301e\u0301e\u0301"}"#, .fieldMustNotBeTooLong, 5),
            (#"{"f": "a\r"}"#, .fieldMustNotHoldControlCharacters, nil),
            (#"{"f": "\u001b[m"}"#, .fieldMustNotHoldControlCharacters, nil),
            (#"{"f": "\u007f"}"#, .fieldMustNotHoldControlCharacters, nil),
            (#"{"f": "\u0085"}"#, .fieldMustNotHoldControlCharacters, nil),
        ] as [(String, FieldRejection.Rule, Int?)])
    func `a text that cannot be taken is refused`(body: String, rule: FieldRejection.Rule, limit: Int?) throws {
        let expected = FieldRejection(rule, "f", limit: limit)
        #expect(try rejection(body) { _ = try $0.text("f", max: 5) } == expected)
        #expect(try rejection(body) { _ = try $0.optionalText("f", max: 5) } == expected)
    }

    @Test(arguments: ["", "🎂🎂🎂🎂🎂", "a\n\tb", "مريم", "\u{202E}abc", "../'\"", "e\u{301}a\u{200D}"])
    func `a text of any script is kept as it is`(text: String) throws {
        let body = try JSONFields(["f": .string(text)])
        #expect(try Array(body.text("f", max: 5).utf8) == Array(text.utf8))
    }

    @Test func `three hundred characters are taken where three hundred are allowed`() throws {
        let name = String(repeating: "🎂", count: 300)
        #expect(try JSONFields(["f": .string(name)]).text("f", max: 300) == name)
        #expect(throws: FieldRejection(.fieldMustNotBeTooLong, "f", limit: 299)) {
            try JSONFields(["f": .string(name)]).text("f", max: 299)
        }
    }

    @Test(
        arguments: [
            ("19.99", 1999, 2), (#""19.99""#, 1999, 2), ("-0", 0, 0), ("1E2", 100, 0), (#""1e2""#, 100, 0),
            ("-5", -5, 0),
        ] as [(String, Int128, Int)])
    func `a number may be written as text`(value: String, mantissa: Int128, places: Int) throws {
        #expect(try fields(#"{"f": \#(value)}"#).decimal("f") == Decimal(mantissa: mantissa, places: places))
    }

    @Test(arguments: [
        #""""#, #"" 1""#, #""1,000""#, #""+1""#, #""NaN""#, #""Infinity""#, #""1e400""#, #""0x10""#, #""１""#, "true",
        "[1]", "{}", #""1234567890123456789012345678901""#,
    ])
    func `what is no number is refused as one`(value: String) throws {
        let body = #"{"f": \#(value)}"#
        #expect(try rejection(body) { _ = try $0.decimal("f") } == FieldRejection(.fieldMustBeANumber, "f"))
        #expect(try rejection(body) { _ = try $0.integer("f") } == FieldRejection(.fieldMustBeANumber, "f"))
    }

    @Test func `a whole number is whole and has 64 bits`() throws {
        let body = try fields(
            """
            {"max": 9223372036854775807, "min": "-9223372036854775808", "even": 3.00, "power": 1e2, "half": 0.5,
             "over": 9223372036854775808, "huge": 123456789012345678901234567890}
            """)
        #expect(try body.integer("max") == .max && body.integer("min") == .min)
        #expect(try body.integer("even") == 3 && body.integer("power") == 100)
        #expect(throws: FieldRejection(.fieldMustBeWhole, "half")) { try body.integer("half") }
        #expect(throws: FieldRejection(.fieldMustFitIn64Bits, "over")) { try body.integer("over") }
        #expect(throws: FieldRejection(.fieldMustFitIn64Bits, "huge")) { try body.integer("huge") }
    }

    @Test(arguments: ["2026-02-30T00:00:00Z", "2026-11-02T08:15:00", "2026-11-02", "2026-11-02T24:00:00Z", "now", ""])
    func `a time that does not exist or has no zone is refused`(text: String) throws {
        let body = try JSONFields(["placed_at": .string(text)])
        #expect(throws: FieldRejection(.fieldMustBeATime, "placed_at")) { try body.instant("placed_at") }
    }

    @Test func `flags, days, objects and lists are refused in other forms`() throws {
        let body = try fields(#"{"flag": "true", "number": 1, "day": "2025-02-29", "list": [1, 2, 3]}"#)
        #expect(throws: FieldRejection(.fieldMustBeTrueOrFalse, "flag")) { try body.flag("flag") }
        #expect(throws: FieldRejection(.fieldMustBeTrueOrFalse, "number")) { try body.flag("number") }
        #expect(throws: FieldRejection(.fieldMustBeATime, "number")) { try body.instant("number") }
        #expect(throws: FieldRejection(.fieldMustBeADay, "day")) { try body.day("day") }
        #expect(throws: FieldRejection(.fieldMustBeAnObject, "list")) { try body.object("list") }
        #expect(throws: FieldRejection(.fieldMustBeAList, "number")) { try body.array("number", max: 3) }
        #expect(throws: FieldRejection(.fieldMustNotHoldTooMany, "list", limit: 2)) { try body.array("list", max: 2) }
    }

    @Test func `an id is a text or a whole number`() throws {
        let body = try fields(
            #"{"text": "A-1", "number": 42, "long": 123456789012345678901234567890, "half": 4.5, "flag": true}"#)
        #expect(try (body.id("text") as Identifier<Customer>).text == "A-1")
        #expect(try (body.id("number") as Identifier<Customer>).text == "42")
        #expect(try (body.id("long") as Identifier<Customer>).text == "123456789012345678901234567890")
        for key in ["half", "flag"] {
            #expect(throws: FieldRejection(.fieldMustBeAnId, key)) { try body.id(key) as Identifier<Customer> }
        }
    }

    @Test(arguments: ["", "a\n", String(repeating: "x", count: 65)])
    func `an id that Core refuses is refused by the name of its field`(text: String) throws {
        let body = try JSONFields(["customer": ["id": .string(text)]]).object("customer")
        let rejection = #expect(throws: IdentifierRejection.self) { try body.id("id") as Identifier<Customer> }
        #expect(rejection?.field == "customer.id")
    }

    @Test func `a rejection names the way to the field`() throws {
        let order = try fields(#"{"lines": [{"quantity": 1}, {}, {"quantity": 0.5, "sku": {"code": 9}}]}"#)
        let lines = try order.array("lines", max: 9)
        let fraction = #expect(throws: FieldRejection.self) { try lines[2].object().integer("quantity") }
        #expect(fraction?.sentence == "lines[2].quantity must be a whole number.")
        #expect(fraction?.code == "field_must_be_whole")
        #expect(throws: FieldRejection(.fieldIsRequired, "lines[1].quantity")) {
            try lines[1].object().integer("quantity")
        }
        #expect(throws: FieldRejection(.fieldMustBeText, "lines[2].sku.code")) {
            try lines[2].object().object("sku").text("code", max: 9)
        }
        #expect(throws: FieldRejection(.fieldMustBeANumber, "lines[0]")) { try lines[0].decimal() }
    }

    @Test(arguments: FieldRejection.Rule.allCases)
    func `every rule has a sentence that begins with the field`(rule: FieldRejection.Rule) {
        let sentence = FieldRejection(rule, "lines[2].quantity", limit: 500).sentence
        #expect(sentence.hasPrefix("lines[2].quantity must ") || rule == .fieldIsRequired)
        #expect(sentence.hasSuffix(".") && !sentence.contains(" 0 "))
        #expect(sentence.contains("500") == (rule == .fieldMustNotBeTooLong || rule == .fieldMustNotHoldTooMany))
    }

    @Test(arguments: ["[]", "null", "7", #""{}""#])
    func `a body that is no object is refused`(text: String) {
        let rejection = #expect(throws: FieldRejection.self) { try fields(text) }
        #expect(rejection?.sentence == "The body must be a JSON object.")
        #expect(rejection?.field == nil)
    }

    @Test func `a body that is no JSON is refused as such`() {
        #expect(throws: JSONRejection.self) { try fields(#"{"total": 19.99"#) }
    }
}
