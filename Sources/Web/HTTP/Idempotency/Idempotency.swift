import Hummingbird
import Loyalty
import Operations
import Storage

private let keptByteCountMax = 262_144

/// Gives a POST with an `Idempotency-Key` that is sent again the answer that it got the first time.
struct Idempotency: Sendable {
    let answerOnce: AnswerOnce

    /// Answers a request whose caller was let in; one without a key, or of nobody in particular, is simply handled.
    /// - Parameters:
    ///   - key: The `Idempotency-Key` of the request; `nil` where it has none.
    ///   - render: How a problem is shown to the caller.
    func answer(
        _ request: Request, key: String?, _ route: String, _ context: some AdmittedContext,
        rendering render: @escaping @Sendable (Problem) -> Response,
        _ handle: @escaping @Sendable (Request) async throws -> Response
    ) async throws -> Response {
        guard let key, let principal = context.principal else {
            return try await handle(request)
        }
        let parsed = try IdempotencyKey(key)
        let body = try await request.wholeBody()
        var request = request
        request.body = RequestBody(buffer: body)
        let call = KeyedCall(parsed, request, body)
        let place = AnswerPlace(
            shop: context.shopID, principal: principal, route: route, keyHash: call.placeHash)
        let repeatable = request
        let answer = try await answerOnce(at: place, requestHash: call.requestHash) {
            let response = try await response(to: repeatable, render, handle)
            return (response.answer, try response.kept.map { try call.seal($0) })
        }
        switch answer {
        case .made(let response): return response
        case .kept(let sealed): return try KeptResponse(try call.open(sealed)).response
        }
    }

    /// The response, also where it is a problem, and in which form to keep it.
    private func response(
        to request: Request, _ render: @Sendable (Problem) -> Response,
        _ handle: @Sendable (Request) async throws -> Response
    ) async throws -> (answer: Response, kept: [UInt8]?) {
        var response: Response
        do {
            response = try await handle(request)
        } catch {
            let problem = Problem(error)
            guard problem.isLasting else { throw error }
            response = render(problem)
        }
        guard let byteCount = response.body.contentLength, byteCount <= keptByteCountMax else { return (response, nil) }
        let kept = try await KeptResponse(reading: &response)
        return (response, kept.bytes)
    }
}

/// The key of a request, as a structured field (in quotes) or bare.
struct IdempotencyKey {
    let text: String

    /// - Throws: ``IdempotencyRejection/idempotencyKeyMustBePrintable``.
    init(_ field: String) throws(IdempotencyRejection) {
        let isQuoted = field.utf8.count >= 2 && field.hasPrefix("\"") && field.hasSuffix("\"")
        text = isQuoted ? String(field.dropFirst().dropLast()) : field
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw .idempotencyKeyMustBePrintable
        }
    }
}
