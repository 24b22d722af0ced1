import Foundation
import Logging
import Loyalty
import Web

/// What was set, read and checked.
struct Settings {
    var database: DatabaseAddress
    var web: WebSettings
    /// Encrypts redemption codes; `nil` where it is kept in a file beside the database.
    var secretKey: [UInt8]?
    /// The pause between two runs of the scheduled work; 0 for none.
    let upkeepSeconds: Int
    let logLevel: Logger.Level
    /// Variables of the environment that look like settings and are none.
    var strangers: [String] = []

    /// Reads every setting, and goes on where one is wrong, so that all that is wrong is said at once.
    /// - Parameter faults: Gets a sentence for everything that is wrong.
    init(_ layers: SettingLayers, faults: inout [String]) {
        var reading = SettingsReading(layers)
        database = reading.value(.databaseURL, or: .standard) { text throws(SettingFault) in try DatabaseAddress(text) }
        logLevel = reading.value(.logLevel, or: .info, level)
        secretKey = reading.value(.secretKey, or: nil) { text throws(SettingFault) in try SecretKey.bytes(from: text) }
        upkeepSeconds = reading.value(.upkeepSeconds, or: 60, seconds)
        web = WebSettings(
            host: layers[.host] ?? "127.0.0.1", port: reading.value(.port, or: 8001, number),
            tokens: TokenSettings(
                secret: layers[.jwtSecret], keySet: layers[.jwksURL].map(keySet), issuer: layers[.jwtIssuer],
                audience: layers[.jwtAudience]),
            platformKey: layers[.platformKey], trustedProxies: list(layers[.trustedProxies]),
            allowedOrigins: list(layers[.allowedOrigins]), publicURL: layers[.publicURL],
            operators: list(layers[.operators]))
        faults += reading.faults + web.faults
    }

    /// What is allowed but hardly meant.
    var doubts: [String] {
        let hasTokens = web.tokens.secret != nil || web.tokens.keySet != nil
        return strangers.map { "\($0) is no setting of Tuzo." }
            + [
                hasTokens ? nil : "Neither TUZO_JWT_SECRET nor TUZO_JWKS_URL is set: nobody can sign in.",
                web.platformKey == nil ? "TUZO_PLATFORM_KEY is not set: no platform can send orders." : nil,
            ].compactMap(\.self)
    }
}

/// Everything that is wrong with the settings.
struct SettingsRejection: Rejection {
    let faults: [String]

    var name: String { "settingsMustBeGood" }
    var sentence: String { faults.joined(separator: "\n") }
}

/// What is wrong with one setting, in a sentence.
struct SettingFault: Error {
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}

/// Reads settings one by one, and collects what is wrong.
private struct SettingsReading {
    private let layers: SettingLayers
    private(set) var faults: [String] = []

    init(_ layers: SettingLayers) { self.layers = layers }

    mutating func value<Value>(
        _ setting: Setting, or standard: Value, _ read: (String) throws(SettingFault) -> Value
    ) -> Value {
        guard let text = layers[setting] else { return standard }
        do {
            return try read(text)
        } catch {
            faults.append(error.sentence)
            return standard
        }
    }
}

private func number(_ text: String) throws(SettingFault) -> Int {
    guard let number = Int(text) else { throw SettingFault("\(Setting.port.variable) must be a whole number.") }
    return number
}

private func seconds(_ text: String) throws(SettingFault) -> Int {
    guard let seconds = Int(text), (0...86_400).contains(seconds) else {
        throw SettingFault("\(Setting.upkeepSeconds.variable) must be a whole number from 0 to 86400.")
    }
    return seconds
}

private func level(_ text: String) throws(SettingFault) -> Logger.Level {
    guard let level = Logger.Level(rawValue: text.lowercased()) else {
        let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        throw SettingFault("\(Setting.logLevel.variable) must be one of \(levels).")
    }
    return level
}

private func keySet(_ text: String) -> KeySetSource {
    text.hasPrefix("file:") ? .file(String(text.dropFirst("file:".count))) : .url(text)
}

/// The parts of a text between commas.
private func list(_ text: String?) -> Set<String> {
    Set((text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty })
}
