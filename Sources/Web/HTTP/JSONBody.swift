public import ExactJSON
public import Hummingbird

/// How many bytes a body may have: a mebibyte, which holds an order of several thousand lines.
let bodyByteCountMax = 1_048_576

extension Request {
    /// The body, which must be a JSON object.
    /// - Throws: ``JSONRejection`` or ``FieldRejection`` for what it holds, ``Problem`` for its size or type.
    public func fields() async throws -> JSONFields {
        try JSONFields(parsing: try await jsonBytes())
    }

    /// The body of a call that needs none; `nil` where there is none.
    /// - Throws: As ``fields()`` does.
    public func optionalFields() async throws -> JSONFields? {
        let bytes = try await jsonBytes()
        return bytes.isEmpty ? nil : try JSONFields(parsing: bytes)
    }

    /// The body as a JSON value of any kind.
    /// - Throws: As ``fields()`` does.
    public func document() async throws -> JSONValue {
        try JSONValue(parsing: try await jsonBytes())
    }

    /// The body as it came. A missing type is taken for JSON, as people type it with curl; another one is refused,
    /// which also keeps forms of other sites out.
    private func jsonBytes() async throws -> [UInt8] {
        guard headers[.contentType].map(isJSON) ?? true else { throw Problem.bodyMustBeJSON }
        return Array(buffer: try await wholeBody())
    }

    /// All of the body, read to its limit at most.
    func wholeBody() async throws -> ByteBuffer {
        let announced = headers[.contentLength].flatMap { Int($0) } ?? 0
        guard announced <= bodyByteCountMax else { throw Problem.bodyMustNotBeTooLarge }
        var whole = ByteBuffer()
        do {
            for try await var chunk in body {
                whole.writeBuffer(&chunk)
                guard whole.readableBytes <= bodyByteCountMax else { throw Problem.bodyMustNotBeTooLarge }
            }
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem.bodyMustArriveWhole
        }
        return whole
    }
}

/// `application/json` and `application/…+json`, whatever parameters follow.
private func isJSON(_ contentType: String) -> Bool {
    if contentType == "application/json" { return true }
    let type = contentType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
}
