extension Schema {
    /// The shape as people sketch it: `{id: id, logo_url?: text | null}`.
    var outline: String { outline(indent: "") }

    private func outline(indent: String) -> String {
        switch self {
        case .boolean: "true | false"
        case .integer: "whole number"
        case .number: "number"
        case .amount, .exchangeRate: "number | \"number\""
        case .text(_, let max): max.map { "text (≤ \($0))" } ?? "text"
        case .id: "id"
        case .time: "time"
        case .day: "day"
        case .choice(let choices): choices.map { "\"\($0)\"" }.joined(separator: " | ")
        case .array(let item, _): "[\(item.outline(indent: indent)), …]"
        case .map(let value): "{key: \(value.outline(indent: indent)), …}"
        case .nullable(let schema): "\(schema.outline(indent: indent)) | null"
        case .any(let schemas): schemas.map { $0.outline(indent: indent) }.joined(separator: " | ")
        case .named(_, let schema): schema.outline(indent: indent)
        case .described(let schema, let text): "\(schema.outline(indent: indent))  — \(text)"
        case .object(let members): members.isEmpty ? "{…}" : object(members, indent: indent)
        }
    }

    private func object(_ members: [Member], indent: String) -> String {
        let inner = indent + "  "
        let lines = members.map { member in
            "\(inner)\(member.name)\(member.isRequired ? "" : "?"): \(member.schema.outline(indent: inner))"
        }
        return "{\n\(lines.joined(separator: "\n"))\n\(indent)}"
    }
}
