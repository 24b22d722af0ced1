/// Writes JSON straight into one buffer of bytes, without anything in between.
///
///     var json = JSONWriter()
///     json.object {
///         $0.field("shop_id", shop)
///         $0.field("tiers") { $0.field("gold", threshold) }
///         $0.array("items", entries) { json, entry in json.field(…) }
///     }
///
/// It trusts its caller to write one value at the top, and keys once and only inside objects.
public struct JSONWriter {
    /// What was written so far, in UTF-8.
    public internal(set) var bytes: [UInt8] = []
    private var needsComma = false

    /// - Parameter capacity: How many bytes are expected; more costs time, not correctness.
    public init(capacity: Int = 512) { bytes.reserveCapacity(capacity) }

    /// Writes a value: the document itself, or the next element of an array.
    @inlinable public mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

    /// Writes an object as the next value.
    public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        try enclose(ASCII.openBrace, ASCII.closeBrace, members)
    }

    /// Writes an array as the next value; the closure writes one value for each element.
    @inlinable public mutating func array<Elements: Sequence>(
        _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) throws -> Void
    ) rethrows {
        try array { json in
            for element in elements { try write(&json, element) }
        }
    }

    /// Writes an array as the next value; the closure writes its elements.
    public mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
        try enclose(ASCII.openBracket, ASCII.closeBracket, elements)
    }

    private mutating func enclose(
        _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) throws -> Void
    ) rethrows {
        separate()
        bytes.append(open)
        needsComma = false
        try content(&self)
        bytes.append(close)
        needsComma = true
    }

    /// Writes the key of the next value.
    public mutating func key(_ key: String) {
        appendText(key)
        bytes.append(ASCII.colon)
        needsComma = false
    }

    /// Every value begins here: a comma, unless it is the first one or follows its key.
    mutating func separate() {
        if needsComma { bytes.append(ASCII.comma) }
        needsComma = true
    }
}

/// The members of an object: a key and a value at once.
extension JSONWriter {
    /// Writes a member.
    @inlinable public mutating func field(_ key: String, _ value: some JSONWritable) {
        self.key(key)
        value.write(to: &self)
    }

    /// Writes a member that is an object.
    @inlinable public mutating func field(_ key: String, _ members: (inout JSONWriter) throws -> Void) rethrows {
        self.key(key)
        try object(members)
    }

    /// Writes a member that is an array; the closure writes one value for each element.
    @inlinable public mutating func array<Elements: Sequence>(
        _ key: String, _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) throws -> Void
    ) rethrows {
        self.key(key)
        try array(elements, write)
    }
}
