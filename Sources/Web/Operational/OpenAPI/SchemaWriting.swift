public import ExactJSON

/// A schema in JSON Schema 2020-12, the dialect of OpenAPI 3.1.
extension Schema: JSONWritable {
    /// Writes the schema itself where it has a name, and references to names within it.
    public func write(to json: inout JSONWriter) {
        json.object { json in writeMembers(to: &json) }
    }

    /// The same, as it is written where it is used: a name is only referred to.
    var referenced: SchemaUse { SchemaUse(schema: self) }

    /// The same for a query, where an empty text counts as nothing.
    var emptied: Schema { if case .id = self { .text(max: 64) } else { self } }

    /// Whether it is an object none of whose members is required.
    var mayBeEmpty: Bool {
        switch self {
        case .named(_, let schema): schema.mayBeEmpty
        case .object(let members): !members.contains(where: \.isRequired)
        default: false
        }
    }

    /// Finds all names within.
    func collectNames(into names: inout [String: Schema]) {
        switch self {
        case .named(let name, let schema):
            names[name] = schema
            schema.collectNames(into: &names)
        case .array(let item, _), .map(let item), .nullable(let item), .described(let item, _):
            item.collectNames(into: &names)
        case .object(let members): for member in members { member.schema.collectNames(into: &names) }
        case .any(let schemas): for schema in schemas { schema.collectNames(into: &names) }
        default: break
        }
    }

    fileprivate func writeMembers(to json: inout JSONWriter) {
        switch self {
        case .boolean: json.field("type", "boolean")
        case .integer: writeType("integer", format: "int64", to: &json)
        case .number: json.field("type", "number")
        case .amount:
            json.field("type", ["number", "string"])
            json.field("pattern", #"^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$"#)
        case .exchangeRate:
            json.field("type", ["number", "string"])
            json.field("pattern", #"^(0|[1-9][0-9]{0,11})(\.[0-9]{1,10})?$"#)
            json.field("exclusiveMinimum", 0)
        case .text(let min, let max):
            json.field("type", "string")
            if let min { json.field("minLength", min) }
            if let max { json.field("maxLength", max) }
            json.field("pattern", #"^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f]*$"#)
        case .id:
            json.field("type", "string")
            json.field("minLength", 1)
            json.field("maxLength", 64)
            json.field("pattern", #"^[^\u0000-\u001f\u007f-\u009f]+$"#)
        case .time: writeType("string", format: "date-time", to: &json)
        case .day: writeType("string", format: "date", to: &json)
        case .choice(let choices):
            json.field("type", "string")
            json.field("enum", choices)
        default: writeStructure(to: &json)
        }
    }

    private func writeStructure(to json: inout JSONWriter) {
        switch self {
        case .array(let item, let min):
            json.field("type", "array")
            json.field("items", item.referenced)
            if let min { json.field("minItems", min) }
        case .object(let members): writeObject(members, to: &json)
        case .map(let value):
            json.field("type", "object")
            json.field("additionalProperties", value.referenced)
        case .nullable(let schema):
            json.array("anyOf", [schema.referenced]) { json, schema in
                json.value(schema)
                json.object { $0.field("type", "null") }
            }
        case .any(let schemas): if !schemas.isEmpty { json.field("anyOf", schemas.map(\.referenced)) }
        case .described(let schema, let text):
            json.field("description", text)
            if case .named = schema { json.field("allOf", [schema.referenced]) } else { schema.writeMembers(to: &json) }
        case .named(_, let schema): schema.writeMembers(to: &json)
        default: break
        }
    }

    private func writeObject(_ members: [Member], to json: inout JSONWriter) {
        json.field("type", "object")
        json.field("properties") { json in
            for member in members { json.field(member.name, member.schema.referenced) }
        }
        let required = members.filter(\.isRequired).map(\.name)
        if !required.isEmpty { json.field("required", required) }
    }

    private func writeType(_ type: String, format: String, to json: inout JSONWriter) {
        json.field("type", type)
        json.field("format", format)
    }
}

/// A schema in the place where it is used.
struct SchemaUse: JSONWritable {
    let schema: Schema

    func write(to json: inout JSONWriter) {
        guard case .named(let name, _) = schema else { return schema.write(to: &json) }
        json.object { $0.field("$ref", "#/components/schemas/\(name)") }
    }
}
