import ExactJSON
public import Hummingbird
import Loyalty

/// An error as the API answers it: RFC 9457, with the code of the broken rule and a sentence for people.
///
/// Operations throw rejections, and those become problems by themselves; this is for what only HTTP knows.
public struct Problem: Error, Equatable {
    let status: HTTPResponse.Status
    /// Stable, and named after the broken rule: `balance_must_cover_cost`.
    let code: String
    let sentence: String
    let field: String?
    let headers: HTTPFields

    public init(
        _ status: HTTPResponse.Status, _ code: String, _ sentence: String, field: String? = nil,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.sentence = sentence
        self.field = field
        self.headers = headers
    }

    /// Whether the same request would be answered the same a moment later.
    var isLasting: Bool { status.code < 500 && status != .tooManyRequests }

    func response(requestID: String) -> Response {
        let document = document(requestID: requestID)
        var response = Response.json(bytes: document.jsonBytes, status: status, type: "application/problem+json")
        for header in headers { response.headers[header.name] = header.value }
        return response
    }

    func document(requestID: String) -> JSONValue {
        var object = JSONObject()
        object["type"] = .string("/docs/problems#\(code)")
        object["title"] = .string(title)
        object["status"] = .number(Decimal(mantissa: Int128(status.code), places: 0))
        object["detail"] = .string(sentence)
        object["code"] = .string(code)
        object["field"] = field.map { .string($0) }
        // The platform's client shows this one.
        object["error"] = .string(sentence)
        object["request_id"] = .string(requestID)
        return .object(object)
    }

    /// The rule in words: `Balance must cover cost`.
    private var title: String {
        let words = code.replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension Problem {
    static let pathMustExist = Problem(.notFound, "path_must_exist", "There is nothing at this path.")
    static let bodyMustBeJSON = Problem(
        .unsupportedMediaType, "body_must_be_json", "The body must be of type application/json.")
    static let bodyMustBeAForm = Problem(
        .unsupportedMediaType, "body_must_be_a_form", "The body must be of type application/x-www-form-urlencoded.")
    static let bodyMustArriveWhole = Problem(
        .badRequest, "body_must_arrive_whole", "The connection ended before the body did.")
    static let bodyMustNotBeTooLarge = Problem(
        .contentTooLarge, "body_must_not_be_too_large", "The body must have \(bodyByteCountMax) bytes at most.")

    static let signInMustBeDone = Problem(.unauthorized, "sign_in_must_be_done", "Sign in first.")
    static let signInMustBeConfigured = Problem(
        .serviceUnavailable, "sign_in_must_be_configured", "Sign-in is off: the server has no secret.")
    static let keySetMustBeReachable = Problem(
        .serviceUnavailable, "key_set_must_be_reachable",
        "The platform's keys cannot be fetched now: try again in a moment.", headers: [.retryAfter: "5"])

    static func methodMustBeAllowed(_ allowed: [String]) -> Problem {
        Problem(
            .methodNotAllowed, "method_must_be_allowed", "This path takes \(allowed.joined(separator: ", ")).",
            headers: [.allow: allowed.joined(separator: ", ")])
    }
}

extension HTTPResponse.Status {
    /// RFC 4918, section 11.5.
    static let insufficientStorage = HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
}
