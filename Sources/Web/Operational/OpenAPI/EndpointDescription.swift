import ExactJSON
import Hummingbird
import Loyalty

/// How an endpoint describes itself.
extension Endpoint {
    var schemas: [Schema] { [body].compactMap { $0 } + answers.compactMap(\.schema) + query.map(\.schema) }

    /// The names in the braces of the path.
    var pathNames: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }

    /// Who may call it, in words.
    var callers: String {
        switch rule {
        case .open: "anyone"
        case .caller: "any token or API key"
        case .person: "a person who is signed in"
        case .platform: Right.platform.phrase
        case .shop(let rights): rights.map(\.phrase).joined(separator: ", ")
        case .console: "whoever runs the installation"
        }
    }

    /// Writes the members of an operation object.
    func describe(to json: inout JSONWriter) {
        json.field("operationId", operationID)
        json.field("summary", summary)
        json.field("description", "For \(callers).")
        json.field("tags", [tag])
        // For tests that try every call as every kind of caller.
        json.field("x-callers", rule.names)
        json.array("security", rule == .open ? [] : ["bearer"]) { json, scheme in
            json.object { json in json.array(scheme, [String]()) { $0.value($1) } }
        }
        json.array("parameters", parameters) { json, parameter in json.object { parameter.describe(to: &$0) } }
        if let body {
            json.field("requestBody") { json in
                json.field("required", !body.mayBeEmpty)
                json.field("content") { json in writeContent("application/json", body, to: &json) }
            }
        }
        json.field("responses") { json in
            for (status, answers) in Dictionary(grouping: answers, by: \.status.code).sorted(by: { $0.key < $1.key }) {
                json.field(String(status)) { json in answers[0].describe(to: &json) }
            }
            for problem in problems where !answers.contains(where: { $0.status == problem.status }) {
                json.field(String(problem.status.code)) { json in
                    json.field("$ref", "#/components/responses/\(problem.name)")
                }
            }
        }
    }

    /// `put_api_shops_shop_orders_order`: stable, because it follows from what is stable.
    private var operationID: String {
        let words = path.split(separator: "/").map { part in part.filter { $0.isLetter || $0.isNumber || $0 == "_" } }
        return ([method.rawValue.lowercased()] + words).joined(separator: "_")
    }

    private var parameters: [ParameterShape] {
        pathNames.map { ParameterShape(name: $0, place: "path", schema: .id, text: nil, isRequired: true) }
            + query.map {
                ParameterShape(
                    name: $0.name, place: "query", schema: $0.schema.emptied, text: $0.text, isRequired: $0.isRequired)
            } + (takesIdempotencyKey ? [ParameterShape.idempotencyKey] : [])
    }

    private var takesIdempotencyKey: Bool { method == .post && rule != .open }

    private var problems: [ProblemShape] {
        ProblemShape.all.filter { problem in
            switch problem.condition {
            case .always: true
            case .withCaller: rule != .open
            case .withSecret: rule != .open || body != nil
            case .withInput: body != nil || !query.isEmpty || !pathNames.isEmpty
            case .withBody: body != nil
            case .withKey: takesIdempotencyKey
            }
        }
    }
}

/// A parameter of any kind.
struct ParameterShape {
    let name: String
    let place: String
    let schema: Schema
    let text: String?
    let isRequired: Bool

    static let idempotencyKey = ParameterShape(
        name: "Idempotency-Key", place: "header", schema: .text(max: 257),
        text: "A name for this request: sent again with the same body within 24 hours, it gets the first answer again",
        isRequired: false)

    func describe(to json: inout JSONWriter) {
        json.field("name", name)
        json.field("in", place)
        json.field("required", isRequired)
        if let text { json.field("description", text) }
        json.field("schema", schema.referenced)
    }
}

extension AnswerShape {
    func describe(to json: inout JSONWriter) {
        json.field("description", text)
        guard let schema else { return }
        json.field("content") { json in writeContent(contentType, schema, to: &json) }
    }
}

func writeContent(_ type: String, _ schema: Schema, to json: inout JSONWriter) {
    json.field(type) { json in json.field("schema", schema.referenced) }
}
