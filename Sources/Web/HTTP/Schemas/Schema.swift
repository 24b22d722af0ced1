/// The shape of a JSON value, as the documentation describes it.
public indirect enum Schema: Sendable {
    case boolean
    case integer
    case number
    /// An amount of money, a rate or a multiplier in a request: a number or a text that holds one, read exactly.
    case amount
    /// What one unit of a currency is worth in another, likewise.
    case exchangeRate
    /// A text, of so many characters at least and at most.
    case text(min: Int? = nil, max: Int? = nil)
    /// The platform's own id: 1 to 64 characters.
    case id
    /// A time of RFC 3339.
    case time
    /// A day, `2026-11-02`.
    case day
    /// One of these texts.
    case choice([String])
    /// A list, of so many elements at least.
    case array(Schema, min: Int? = nil)
    case object([Member])
    /// An object whose keys are data.
    case map(Schema)
    case nullable(Schema)
    /// Any of several shapes; of none, any at all.
    case any([Schema])
    /// A shape that has a name, under which it is described once.
    case named(String, Schema)
    /// A shape with a sentence about it.
    case described(Schema, String)

    /// One member of an object.
    public struct Member: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        /// A member that must be there in requests, and always is in answers.
        public static func required(_ name: String, _ schema: Schema) -> Member {
            Member(name: name, schema: schema, isRequired: true)
        }

        public static func optional(_ name: String, _ schema: Schema) -> Member {
            Member(name: name, schema: schema, isRequired: false)
        }
    }

    /// A page of a list.
    public static func page(of item: Schema) -> Schema {
        .object([.required("items", .array(item)), .required("next_cursor", .nullable(.text()))])
    }
}
