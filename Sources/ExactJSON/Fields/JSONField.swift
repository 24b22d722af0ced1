public import Loyalty

/// One value of a document, with the way to it; every reading of it either succeeds or names the field and the rule.
public struct JSONField: Sendable {
    /// The way from the top of the document: `total`, `customer.id`, `lines[2].quantity`.
    public let name: String
    public let value: JSONValue

    /// A text without control characters other than tabs and line feeds; it may be empty.
    /// - Parameter max: How many characters (Unicode scalars) it may have.
    public func text(max: Int) throws(FieldRejection) -> String {
        guard case .string(let text) = value else { throw FieldRejection(.fieldMustBeText, name) }
        // A scalar has four bytes at most, so text that is far too long need not be counted.
        guard text.utf8.count <= max * 4, text.unicodeScalars.count <= max else {
            throw FieldRejection(.fieldMustNotBeTooLong, name, limit: max)
        }
        guard !text.unicodeScalars.contains(where: isForbidden) else {
            throw FieldRejection(.fieldMustNotHoldControlCharacters, name)
        }
        return text
    }

    /// A JSON number, or a text that holds one.
    public func decimal() throws(FieldRejection) -> Decimal {
        switch value {
        case .number(let number): return number
        case .string(let text):
            if let number = Decimal(text) { return number }
            fallthrough
        default: throw FieldRejection(.fieldMustBeANumber, name)
        }
    }

    /// A whole number of 64 bits, as a JSON number or as text; `3.0` and `1e2` are whole.
    public func integer() throws(FieldRejection) -> Int64 {
        let number = try decimal()
        do {
            return try number.scaled(toPlaces: 0)
        } catch {
            throw FieldRejection(error == .mustFitIn64Bits ? .fieldMustFitIn64Bits : .fieldMustBeWhole, name)
        }
    }

    public func flag() throws(FieldRejection) -> Bool {
        guard case .bool(let flag) = value else { throw FieldRejection(.fieldMustBeTrueOrFalse, name) }
        return flag
    }

    /// A time of RFC 3339 that exists, with its zone.
    public func instant() throws(FieldRejection) -> Instant {
        guard case .string(let text) = value, let instant = Instant(text) else {
            throw FieldRejection(.fieldMustBeATime, name)
        }
        return instant
    }

    /// A day that exists.
    public func day() throws(FieldRejection) -> Day {
        guard case .string(let text) = value, let day = Day(text) else { throw FieldRejection(.fieldMustBeADay, name) }
        return day
    }

    /// An id: a text, or the whole number that a platform counts its rows with.
    /// - Throws: ``FieldRejection``, and ``IdentifierRejection`` for a text that cannot be an id.
    public func id<Entity>() throws -> Identifier<Entity> {
        switch value {
        case .string(let text): return try Identifier(text, field: name)
        case .number(let number) where number.places == 0: return try Identifier(number.description, field: name)
        default: throw FieldRejection(.fieldMustBeAnId, name)
        }
    }

    public func object() throws(FieldRejection) -> JSONFields {
        guard case .object(let object) = value else { throw FieldRejection(.fieldMustBeAnObject, name) }
        return JSONFields(object, under: name + ".")
    }

    /// The elements of a list, each with a name such as `lines[2]`.
    /// - Parameter max: How many elements it may have.
    public func array(max: Int) throws(FieldRejection) -> [JSONField] {
        guard case .array(let elements) = value else { throw FieldRejection(.fieldMustBeAList, name) }
        guard elements.count <= max else { throw FieldRejection(.fieldMustNotHoldTooMany, name, limit: max) }
        return elements.enumerated().map { position, element in
            JSONField(name: "\(name)[\(position)]", value: element)
        }
    }

    private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isControl && scalar != "\n" && scalar != "\t"
    }
}
