public import Loyalty

/// Reads the members of an object one by one, as a request body or a stored document has them.
///
/// Each kind comes twice: the plain reading requires the member, the optional one answers `nil` where it is absent or
/// `null`. Members nobody asks for are ignored. Where absent and `null` differ in meaning, ask ``has(_:)`` first:
///
///     if fields.has("points_expiry_days") { expiryDays = try fields.optionalInteger("points_expiry_days") }
///     name = try fields.optionalText("name", max: 200) ?? name
///
/// Everything throws ``FieldRejection``; ids throw ``IdentifierRejection`` too.
public struct JSONFields: Sendable {
    public let object: JSONObject
    private let path: String

    public init(_ object: JSONObject) { self.init(object, under: "") }

    /// - Parameter path: What stands before the keys in the names of fields: `customer.`
    init(_ object: JSONObject, under path: String) {
        self.object = object
        self.path = path
    }

    /// Reads a whole body.
    /// - Throws: ``JSONRejection``, or ``FieldRejection`` where the body is JSON but no object.
    public init(parsing body: [UInt8]) throws {
        try self.init(JSONValue(parsing: body))
    }

    /// Takes a document that must be an object.
    public init(_ document: JSONValue) throws(FieldRejection) {
        guard case .object(let object) = document else { throw FieldRejection(.bodyMustBeAnObject, nil) }
        self.init(object)
    }

    /// Whether the key is there at all, be it with `null`.
    public func has(_ key: String) -> Bool { object[key] != nil }

    /// The member, or `nil` where it is absent or `null`.
    public func optional(_ key: String) -> JSONField? {
        guard let value = object[key], value != .null else { return nil }
        return JSONField(name: path + key, value: value)
    }

    /// The member, which must be there and not `null`.
    public func required(_ key: String) throws(FieldRejection) -> JSONField {
        guard let field = optional(key) else { throw FieldRejection(.fieldIsRequired, path + key) }
        return field
    }
}

/// The readings of ``JSONField``, by key.
extension JSONFields {
    public func text(_ key: String, max: Int) throws(FieldRejection) -> String { try required(key).text(max: max) }
    public func decimal(_ key: String) throws(FieldRejection) -> Decimal { try required(key).decimal() }
    public func integer(_ key: String) throws(FieldRejection) -> Int64 { try required(key).integer() }
    public func flag(_ key: String) throws(FieldRejection) -> Bool { try required(key).flag() }
    public func instant(_ key: String) throws(FieldRejection) -> Instant { try required(key).instant() }
    public func day(_ key: String) throws(FieldRejection) -> Day { try required(key).day() }
    public func id<Entity>(_ key: String) throws -> Identifier<Entity> { try required(key).id() }
    public func object(_ key: String) throws(FieldRejection) -> JSONFields { try required(key).object() }
    public func array(_ key: String, max: Int) throws(FieldRejection) -> [JSONField] {
        try required(key).array(max: max)
    }

    public func optionalText(_ key: String, max: Int) throws(FieldRejection) -> String? {
        try optional(key)?.text(max: max)
    }
    public func optionalDecimal(_ key: String) throws(FieldRejection) -> Decimal? { try optional(key)?.decimal() }
    public func optionalInteger(_ key: String) throws(FieldRejection) -> Int64? { try optional(key)?.integer() }
    public func optionalFlag(_ key: String) throws(FieldRejection) -> Bool? { try optional(key)?.flag() }
    public func optionalInstant(_ key: String) throws(FieldRejection) -> Instant? { try optional(key)?.instant() }
    public func optionalDay(_ key: String) throws(FieldRejection) -> Day? { try optional(key)?.day() }
    public func optionalID<Entity>(_ key: String) throws -> Identifier<Entity>? { try optional(key)?.id() }
    public func optionalObject(_ key: String) throws(FieldRejection) -> JSONFields? { try optional(key)?.object() }
    public func optionalArray(_ key: String, max: Int) throws(FieldRejection) -> [JSONField]? {
        try optional(key)?.array(max: max)
    }
}
