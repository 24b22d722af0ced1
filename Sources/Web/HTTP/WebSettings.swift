private let secretLengthMin = 32

/// How the server is reached, and whom it trusts.
public struct WebSettings: Sendable {
    public var host: String
    public var port: Int
    public var tokens: TokenSettings
    /// The secret of a platform key that is valid from the start.
    public var platformKey: String?
    /// The addresses of proxies whose `X-Forwarded-For` is believed.
    public var trustedProxies: Set<String>
    /// The origins whose pages may call the API from a browser, such as `https://shop.example`.
    public var allowedOrigins: Set<String>
    /// Where people reach the pages, such as `https://points.example`; by default where the server listens.
    public var publicURL: String?
    /// The people who run the installation, and may look at every shop in the console.
    public var operators: Set<String>
    /// Whether it is the demo, which has pages that show what pages are made of.
    public var isDemo: Bool

    public init(
        host: String = "127.0.0.1", port: Int = 8001, tokens: TokenSettings = TokenSettings(),
        platformKey: String? = nil, trustedProxies: Set<String> = [], allowedOrigins: Set<String> = [],
        publicURL: String? = nil, operators: Set<String> = [], isDemo: Bool = false
    ) {
        self.host = host
        self.port = port
        self.tokens = tokens
        self.platformKey = platformKey
        self.trustedProxies = trustedProxies
        self.allowedOrigins = allowedOrigins
        self.publicURL = publicURL
        self.operators = operators
        self.isDemo = isDemo
    }

    /// Where people reach the pages, without a slash at the end.
    var pageRoot: String {
        var root = publicURL ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        while root.hasSuffix("/") { root.removeLast() }
        return root
    }

    /// Everything that is wrong with the settings, a sentence each; empty where the server can start with them.
    public var faults: [String] {
        var faults: [String] = []
        if !(0...65_535).contains(port) { faults.append("TUZO_PORT must be 0 to 65535.") }
        if let secret = tokens.secret, secret.utf8.count < secretLengthMin {
            faults.append("TUZO_JWT_SECRET must have \(secretLengthMin) bytes at least.")
        }
        if let key = platformKey, key.utf8.count < secretLengthMin {
            faults.append("TUZO_PLATFORM_KEY must have \(secretLengthMin) characters at least.")
        }
        if let key = platformKey, key == tokens.secret {
            faults.append("TUZO_PLATFORM_KEY must not be TUZO_JWT_SECRET.")
        }
        if let url = publicURL, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            faults.append("TUZO_PUBLIC_URL must be an address that begins with https:// or http://.")
        }
        if case .url(let url) = tokens.keySet, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            faults.append("TUZO_JWKS_URL must be an address that begins with https:// or http://.")
        }
        faults += trustedProxies.filter { !isAddress($0) }.sorted().map { proxy in
            "TUZO_TRUSTED_PROXIES must be IP addresses between commas; \(proxy) is none."
        }
        faults += allowedOrigins.filter { !isOrigin($0) }.sorted().map { origin in
            "TUZO_ALLOWED_ORIGINS must be origins such as https://shop.example, without a path; \(origin) is none."
        }
        return faults
    }

    /// Whether it is written as browsers send it; otherwise it would never match.
    private func isOrigin(_ text: String) -> Bool {
        let parts = text.split(separator: "://", omittingEmptySubsequences: false)
        return parts.count == 2 && ["http", "https"].contains(parts[0]) && !parts[1].isEmpty
            && !parts[1].contains { "/?#@ *".contains($0) }
    }
}
