import ExactJSON
import Hummingbird
import Loyalty
import Storage
import Testing

@testable import Operations
@testable import Web

struct ProblemTests {
    @Test func `a problem has the form of RFC 9457, and the sentence that the platform's client shows`() throws {
        let rejection = #expect(throws: IdentifierRejection.self) { try Order.ID("", field: "order_id") }
        let problem = Problem(try #require(rejection))
        let response = problem.response(requestID: "r-1")
        #expect(response.status == .badRequest)
        #expect(response.headers[.contentType] == "application/problem+json")
        #expect(response.headers[.cacheControl] == "no-store")
        #expect(
            problem.document(requestID: "r-1").jsonText
                == #"{"type":"/docs/problems#id_must_not_be_empty","title":"Id must not be empty","status":400,"#
                + #""detail":"order_id must not be empty.","code":"id_must_not_be_empty","field":"order_id","#
                + #""error":"order_id must not be empty.","request_id":"r-1"}"#)
    }

    @Test func `every kind of error has its status`() throws {
        let statuses: [(any Error, Int)] = [
            (ShopRejection.timeZoneMustBeKnown, 400), (ShopRejection.shopMustExist, 404),
            (ShopRejection.currencyMustStayTheSame, 409), (AttemptRejection(retryAfterSeconds: 7), 429),
            (AccessRejection.credentialsMustBeGiven, 401), (AccessRejection.credentialsMustBeValid, 401),
            (AccessRejection.callerMustBeAPerson, 403), (AccessRejection.callerMustBeThePlatform, 403),
            (AccessRejection.callerMustHaveTheRight([.owner]), 403), (AccessRejection.shopMustExist, 404),
            (SignInRejection.credentialsMustMatchAnAccount, 401), (SignInRejection.signInMustNotBeOverrun, 429),
            (IdempotencyRejection.idempotencyKeyMustMatchItsBody, 422),
            (IdempotencyRejection.idempotencyKeyMustNotBeInUse, 409),
            (IdempotencyRejection.idempotencyKeyMustBePrintable, 400), (StorageFailure.full, 507),
            (StorageFailure.unavailable("disk"), 503), (StorageFailure.closed, 503), (StorageFailure.locked("x"), 503),
            (StorageFailure.constraint("secret"), 500), (StorageFailure.corrupt("secret"), 500),
            (HTTPError(.notFound), 404), (HTTPError(.badRequest, message: "secret"), 400), (CancellationError(), 500),
        ]
        for (error, status) in statuses {
            let problem = Problem(error)
            #expect(problem.status.code == status, "\(error)")
            #expect(!problem.sentence.contains("secret"), "\(error)")
        }
        #expect(Problem(AttemptRejection(retryAfterSeconds: 7)).headers[.retryAfter] == "7")
        #expect(Problem(StorageFailure.closed).headers[.retryAfter] == "1")
    }

    @Test func `what breaks inside is not shown outside`() async throws {
        let server = try await TestServer()
        let answer = try await server.call(
            .post, "/api/shops/bakery/probe/acts", try server.token(for: "amina"), body: #"{"end":"failure before"}"#)
        #expect(answer.status == 500)
        #expect(try answer.member("code") == "server_must_not_fail")
        #expect(!answer.text.contains("Unforeseen"))
        #expect(try answer.member("request_id")?.isEmpty == false)
    }

    @Test func `without its database the server says so, and recovers nothing by itself`() async throws {
        let server = try await TestServer()
        let amina = try server.token(for: "amina")
        #expect(try await server.call(.get, "/readyz").status == 200)
        await server.surroundings.database.close()
        let answer = try await server.call(.get, "/api/shops/bakery/probe/owner", amina)
        #expect(answer.status == 503)
        #expect(try answer.member("code") == "storage_must_be_available")
        #expect(try await server.call(.get, "/readyz").status == 503)
        #expect(try await server.call(.get, "/healthz").status == 200)
    }

    @Test func `a server is not ready where a newer version has been at its database`() async throws {
        let server = try await TestServer()
        try await server.surroundings.database.write { connection in
            _ = try connection.execute("INSERT INTO schema_step (name) VALUES ('999-tomorrow')")
        }
        let answer = try await server.call(.get, "/readyz")
        #expect(answer.status == 503)
        #expect(try answer.member("reason") == "schema_must_not_be_newer")
    }
}
