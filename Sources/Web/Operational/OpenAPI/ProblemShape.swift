import ExactJSON
import Hummingbird

/// A kind of problem that any endpoint may answer with.
struct ProblemShape {
    /// Which endpoints it can come from.
    enum Condition {
        case always
        case withCaller
        case withSecret
        case withInput
        case withBody
        case withKey
    }

    let name: String
    let status: HTTPResponse.Status
    let text: String
    let condition: Condition

    static let all = [
        ProblemShape("BadInput", .badRequest, "A rule for the input is broken; nothing was changed", .withInput),
        ProblemShape("NoCredentials", .unauthorized, "No token or API key, or one that does not hold", .withSecret),
        ProblemShape("NoRight", .forbidden, "The caller may not do this here", .withCaller),
        ProblemShape("Missing", .notFound, "It does not exist, or is not the caller's to see", .withCaller),
        ProblemShape("Conflict", .conflict, "The state of things forbids it now", .withInput),
        ProblemShape("TooLarge", .contentTooLarge, "The body is too large", .withBody),
        ProblemShape("NotJSON", .unsupportedMediaType, "The body is not of type application/json", .withBody),
        ProblemShape("OtherBody", .unprocessableContent, "The Idempotency-Key came with another body before", .withKey),
        ProblemShape("TooMany", .tooManyRequests, "Too many tries: wait as Retry-After says", .withBody),
        ProblemShape("Unavailable", .serviceUnavailable, "The server cannot do it now: try again", .always),
        ProblemShape("DiskFull", .insufficientStorage, "The server's disk is full; nothing was changed", .withCaller),
    ]

    static let schema = Schema.object([
        .required("type", .described(.text(), "Where the problem is explained")),
        .required("title", .described(.text(), "The broken rule in words")),
        .required("status", .integer),
        .required("detail", .described(.text(), "What went wrong, in one sentence")),
        .required("code", .described(.text(), "The broken rule, for programs; stable")),
        .optional("field", .described(.text(), "The input field at fault, where it is one")),
        .required("error", .described(.text(), "The same sentence as detail")),
        .required("request_id", .described(.text(), "What to look for in the server's log")),
    ])

    private init(_ name: String, _ status: HTTPResponse.Status, _ text: String, _ condition: Condition) {
        self.name = name
        self.status = status
        self.text = text
        self.condition = condition
    }

    func describe(to json: inout JSONWriter) {
        json.field("description", text)
        json.field("content") { json in
            writeContent("application/problem+json", .named("Problem", ProblemShape.schema), to: &json)
        }
    }
}
