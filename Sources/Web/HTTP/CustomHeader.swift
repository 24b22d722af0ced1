import Hummingbird

/// The name of any header.
typealias HeaderName = HTTPFields.Element.Name

/// The headers used here that the library has no names for.
enum CustomHeader: String {
    case accelBuffering = "X-Accel-Buffering"
    case fetchSite = "Sec-Fetch-Site"
    case forwardedFor = "X-Forwarded-For"
    case idempotencyKey = "Idempotency-Key"
    case idempotencyReplayed = "Idempotency-Replayed"
    case openerPolicy = "Cross-Origin-Opener-Policy"
    case permissionsPolicy = "Permissions-Policy"
    case referrerPolicy = "Referrer-Policy"
    case requestID = "X-Request-ID"
}

extension HTTPFields {
    subscript(_ header: CustomHeader) -> String? {
        get { HeaderName(header.rawValue).flatMap { self[$0] } }
        set { if let name = HeaderName(header.rawValue) { self[name] = newValue } }
    }
}
