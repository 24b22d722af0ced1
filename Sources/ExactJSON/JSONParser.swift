import Loyalty

/// How many arrays and objects may stand inside each other.
let depthMax = 32

/// Reads one JSON document by recursive descent, a byte at a time; text is read next door.
struct JSONParser {
    let bytes: [UInt8]
    /// Where the next byte to read stands.
    var index = 0
    private var depth = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONRejection) -> JSONValue {
        let document = try value()
        skipBlanks()
        guard index == bytes.count else { throw JSONRejection(.bodyMustBeJson, at: index) }
        return document
    }

    private mutating func value() throws(JSONRejection) -> JSONValue {
        switch try peek() {
        case ASCII.openBrace: .object(try object())
        case ASCII.openBracket: .array(try array())
        case ASCII.quote: .string(try string())
        case ASCII.minus, ASCII.zero...ASCII.nine: .number(try number())
        case UInt8(ascii: "t"): try word("true", meaning: .bool(true))
        case UInt8(ascii: "f"): try word("false", meaning: .bool(false))
        case UInt8(ascii: "n"): try word("null", meaning: .null)
        default: throw JSONRejection(.bodyMustBeJson, at: index)
        }
    }

    private mutating func object() throws(JSONRejection) -> JSONObject {
        let start = index
        var members: [JSONObject.Member] = []
        try elements(until: ASCII.closeBrace) { parser throws(JSONRejection) in
            let key = try parser.string()
            try parser.take(ASCII.colon)
            members.append(JSONObject.Member(key: key, value: try parser.value()))
        }
        guard let object = JSONObject(members) else { throw JSONRejection(.keyMustNotRepeat, at: start) }
        return object
    }

    private mutating func array() throws(JSONRejection) -> [JSONValue] {
        var values: [JSONValue] = []
        try elements(until: ASCII.closeBracket) { parser throws(JSONRejection) in values.append(try parser.value()) }
        return values
    }

    /// What objects and arrays share: an opening byte, elements between commas, a closing byte.
    private mutating func elements(
        until close: UInt8, _ element: (inout JSONParser) throws(JSONRejection) -> Void
    ) throws(JSONRejection) {
        guard depth < depthMax else { throw JSONRejection(.bodyMustNotNestDeeply, at: index) }
        depth += 1
        defer { depth -= 1 }
        index += 1
        if try peek() != close {
            try element(&self)
            while try peek() == ASCII.comma {
                index += 1
                try element(&self)
            }
        }
        try take(close)
    }

    private mutating func number() throws(JSONRejection) -> Decimal {
        let start = index
        while index < bytes.count, isNumeric(bytes[index]) { index += 1 }
        guard let number = Decimal(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw JSONRejection(.numberMustBeExact, at: start)
        }
        return number
    }

    private func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.zero...ASCII.nine, ASCII.point, ASCII.minus, ASCII.plus, UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }

    private mutating func word(_ word: String, meaning value: JSONValue) throws(JSONRejection) -> JSONValue {
        for byte in word.utf8 {
            guard index < bytes.count else { throw JSONRejection(.bodyMustBeComplete, at: index) }
            guard bytes[index] == byte else { throw JSONRejection(.bodyMustBeJson, at: index) }
            index += 1
        }
        return value
    }

    /// Takes the next byte that is not blank, which must be this one.
    mutating func take(_ byte: UInt8) throws(JSONRejection) {
        guard try peek() == byte else { throw JSONRejection(.bodyMustBeJson, at: index) }
        index += 1
    }

    /// The next byte that is not blank; it stays to be taken.
    private mutating func peek() throws(JSONRejection) -> UInt8 {
        skipBlanks()
        guard index < bytes.count else { throw JSONRejection(.bodyMustBeComplete, at: index) }
        return bytes[index]
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case ASCII.space, ASCII.lineFeed, ASCII.carriageReturn, ASCII.tab: index += 1
            default: return
            }
        }
    }
}
