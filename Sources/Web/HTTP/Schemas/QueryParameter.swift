/// One thing that may stand behind the question mark, as the documentation describes it.
public struct QueryParameter: Sendable {
    let name: String
    let schema: Schema
    let text: String
    let isRequired: Bool

    public init(_ name: String, _ schema: Schema, _ text: String, isRequired: Bool = false) {
        self.name = name
        self.schema = schema
        self.text = text
        self.isRequired = isRequired
    }
}
