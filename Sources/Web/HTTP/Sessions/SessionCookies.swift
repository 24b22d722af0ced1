import Hummingbird
import Operations

/// The cookies of the pages: which session a browser holds, and which language it reads in.
struct SessionCookies: Sendable {
    /// Whether people reach the pages by HTTPS only.
    let areSecure: Bool

    static let session = "tuzo_session"
    static let language = "tuzo_language"

    /// A header that sets the session; a browser sends it with nothing that another site starts but a plain visit.
    func setting(session secret: String) -> String { setting(Self.session, to: secret, seconds: sessionSeconds) }

    func setting(_ language: Language) -> String {
        setting(Self.language, to: language.rawValue, seconds: languageSeconds)
    }

    /// A header that makes the browser forget the session.
    var forgettingSession: String { setting(Self.session, to: "", seconds: 0) }

    private func setting(_ name: String, to value: String, seconds: Int64) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax" + (areSecure ? "; Secure" : "")
    }
}

private let languageSeconds: Int64 = 365 * 86_400

extension Request {
    /// The value of a cookie; `nil` where it is absent, empty, or there twice.
    func cookie(_ name: String) -> String? {
        let pairs = headers[values: .cookie].flatMap { $0.split(separator: ";") }
        let values = pairs.compactMap { pair -> Substring? in
            let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            return parts.count == 2 && parts[0] == name ? parts[1] : nil
        }
        return values.count == 1 ? String(values[0]) : nil
    }

    /// The language that the reader chose, or that the browser asks for.
    var language: Language {
        cookie(SessionCookies.language).flatMap { Language(rawValue: $0) }
            ?? Language(acceptedBy: headers[.acceptLanguage])
    }
}
