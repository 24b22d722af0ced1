import Testing

@testable import Loyalty

@Suite struct IdentifierTests {
    @Test(arguments: [
        "4", "A-1001", "../../etc/passwd", "a'b\"c`d", "'; DROP TABLE member; --", "%2e%2e%2f", "a b", " ", "ключ",
        "🥐", "null", "0", "-1", "<script>", "a/b?c#d", "\\",
    ])
    func `an id is opaque and kept as it was spelt`(text: String) throws {
        let id = try Shop.ID(text, field: "shop_id")
        #expect(Array(id.text.utf8) == Array(text.utf8))
        #expect(id.description == text)
    }

    @Test func `an id has 1 to 64 characters`() throws {
        for character in ["x", "é", "🥐"] {
            #expect(try Shop.ID(String(repeating: character, count: 64), field: "id").text.count == 64)
            #expect(throws: IdentifierRejection(.idMustHave64CharactersAtMost)) {
                try Shop.ID(String(repeating: character, count: 65), field: "id")
            }
        }
        #expect(throws: IdentifierRejection(.idMustNotBeEmpty)) { try Shop.ID("", field: "id") }
    }

    @Test func `control characters are refused`() {
        for text in ["\0", "a\0", "a\nb", "\r", "\t", "\u{1B}[31m", "\u{7F}", "\u{85}", "a\r\nb"] {
            #expect(throws: IdentifierRejection(.idMustNotHoldControlCharacters)) { try Shop.ID(text, field: "id") }
        }
    }

    @Test func `upper and lower case are different ids`() throws {
        #expect(try Shop.ID("bakery", field: "id") != Shop.ID("Bakery", field: "id"))
        #expect(try Shop.ID("Bakery", field: "id") < Shop.ID("bakery", field: "id"))
    }

    /// Databases compare bytes: two ids that are one here and two there would be a way into another's account.
    @Test func `ids that only look the same are different ids`() throws {
        let composed = try Customer.ID("zo\u{EB}", field: "id")
        let decomposed = try Customer.ID("zoe\u{308}", field: "id")
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect((composed < decomposed) != (decomposed < composed))
    }

    @Test func `the rejection names the field`() {
        let rejection = IdentifierRejection(.idMustNotBeEmpty, field: "customer.id")
        #expect(rejection.code == "id_must_not_be_empty")
        #expect(rejection.sentence == "customer.id must not be empty.")
    }
}

extension IdentifierRejection {
    fileprivate init(_ rule: Rule) { self.init(rule, field: "id") }
}
