import ExactJSON
import Hummingbird

extension Request {
    /// The body of a call that needs none; `nil` where there is none.
    func optionalFields() async throws -> JSONFields? {
        let body = try await wholeBody()
        guard body.readableBytes > 0 else { return nil }
        return try JSONFields(parsing: Array(body.readableBytesView))
    }
}
