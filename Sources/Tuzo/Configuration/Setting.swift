/// A setting, by its name in the settings file.
enum Setting: String, CaseIterable {
    case databaseURL = "database_url"
    case host
    case port
    case jwtSecret = "jwt_secret"
    case jwtIssuer = "jwt_issuer"
    case jwtAudience = "jwt_audience"
    case jwksURL = "jwks_url"
    case platformKey = "platform_key"
    case secretKey = "secret_key"
    case trustedProxies = "trusted_proxies"
    case allowedOrigins = "allowed_origins"
    case publicURL = "public_url"
    case operators
    case upkeepSeconds = "upkeep_seconds"
    case logLevel = "log_level"

    /// The name in the environment, by which messages speak of it wherever it was set.
    var variable: String { Setting.prefix + rawValue.uppercased() }

    private static let prefix = "TUZO_"

    /// Whether a variable looks like a setting and is none.
    static func isStranger(_ variable: String) -> Bool {
        variable.hasPrefix(prefix) && !allCases.contains { $0.variable == variable }
    }
}
