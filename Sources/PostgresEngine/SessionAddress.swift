import CLibPQ
import Foundation

/// Where a server is and how to reach it, as libpq has it from a URL; what the URL does not say has a value that does
/// not wait for ever.
struct SessionAddress {
    /// The URL may say otherwise.
    private static let standards = [
        ("connect_timeout", "5"), ("fallback_application_name", "tuzo"), ("keepalives_idle", "10"),
        ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
    ]
    private static let sslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"]
    private let settings: [(key: String, value: String)]

    init(_ url: String) { settings = Self.standards + [("dbname", url), ("client_encoding", "UTF8")] }

    /// What is wrong with a URL, or `nil`.
    static func fault(in url: String) -> String? {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(url, &message) else {
            defer { PQfreemem(message) }
            return ServerError.line(of: message.map { String(cString: $0) } ?? "out of memory")
        }
        defer { PQconninfoFree(options) }
        return sequence(first: options) { $0 + 1 }.prefix { $0.pointee.keyword != nil }.lazy
            .compactMap { option in
                option.pointee.val.flatMap { fault(String(cString: option.pointee.keyword), String(cString: $0)) }
            }
            .first
    }

    /// What libpq would find only when it connects.
    private static func fault(_ key: String, _ value: String) -> String? {
        switch key {
        case "port" where !value.split(separator: ",").allSatisfy { (1...65_535).contains(Int($0) ?? 0) }:
            "port must be 1 to 65535, and is \(value)"
        case "sslmode" where !sslModes.contains(value):
            "sslmode must be one of \(sslModes.joined(separator: ", ")), and is \(value)"
        default: nil
        }
    }

    /// A URL without what stands between its scheme and its host, and without its options: they may hold a password.
    static func name(of url: String) -> String {
        let bare = url.prefix { $0 != "?" }
        guard let scheme = bare.firstRange(of: "://") else { return "" }
        let rest = bare[scheme.upperBound...]
        let place = rest.lastIndex(of: "@").map { rest[rest.index(after: $0)...] } ?? rest
        return String(bare[..<scheme.upperBound] + place)
    }

    /// - Returns: A connection, whose status says whether it is one; `nil` where there is no memory.
    func connect() -> OpaquePointer? {
        var keys = settings.map { UnsafePointer(strdup($0.key)) }
        var values = settings.map { UnsafePointer(strdup($0.value)) }
        defer { for text in keys + values { free(UnsafeMutableRawPointer(mutating: text)) } }
        keys.append(nil)
        values.append(nil)
        return PQconnectdbParams(keys, values, 1)
    }
}
