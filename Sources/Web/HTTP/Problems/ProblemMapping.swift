import Hummingbird
import Loyalty
import Operations
import Storage

extension Problem {
    /// What an error looks like from outside. Nothing is said of errors that are not the caller's.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let rejection as any Rejection:
            self.init(
                httpStatus(of: rejection), rejection.code, rejection.sentence, field: rejection.field,
                headers: httpHeaders(of: rejection))
        case let failure as StorageFailure: self = problem(of: failure)
        case let error as HTTPError where error.status == .notFound: self = .pathMustExist
        case let error as any HTTPResponseError where error.status.code < 500:
            self.init(error.status, "request_must_be_well_formed", error.status.reasonPhrase)
        default: self.init(.internalServerError, "server_must_not_fail", "Something went wrong here.")
        }
    }
}

private func httpStatus(of rejection: any Rejection) -> HTTPResponse.Status {
    switch rejection {
    case AccessRejection.credentialsMustBeGiven, AccessRejection.credentialsMustBeValid: return .unauthorized
    case AccessRejection.callerMustBeAPerson, AccessRejection.callerMustBeThePlatform: return .forbidden
    case AccessRejection.callerMustHaveTheRight: return .forbidden
    case SignInRejection.credentialsMustMatchAnAccount: return .unauthorized
    case IdempotencyRejection.idempotencyKeyMustMatchItsBody: return .unprocessableContent
    default: break
    }
    return switch rejection.kind {
    case .badInput: .badRequest
    case .missing: .notFound
    case .conflict: .conflict
    case .tooMany: .tooManyRequests
    }
}

private func httpHeaders(of rejection: any Rejection) -> HTTPFields {
    switch rejection {
    case AccessRejection.credentialsMustBeGiven, SignInRejection.credentialsMustMatchAnAccount:
        [.wwwAuthenticate: "Bearer"]
    case AccessRejection.credentialsMustBeValid: [.wwwAuthenticate: "Bearer error=\"invalid_token\""]
    case let rejection as AttemptRejection: [.retryAfter: String(rejection.retryAfterSeconds)]
    default: [:]
    }
}

private func problem(of failure: StorageFailure) -> Problem {
    switch failure {
    case .full:
        Problem(.insufficientStorage, "storage_must_have_room", "The server's disk is full; nothing was changed.")
    case .unavailable, .locked, .closed:
        Problem(
            .serviceUnavailable, "storage_must_be_available",
            "The server cannot reach its data: try again in a moment.",
            headers: [.retryAfter: "1"])
    case .constraint, .corrupt:
        Problem(.internalServerError, "server_must_not_fail", "Something went wrong here.")
    }
}
