import ExactJSON
import Foundation
import Loyalty

/// The settings file: one JSON object of texts and numbers.
///
/// It is read here and not by a provider of the configuration library, which passes over names that it is not asked
/// for: a misspelt secret must not look like a missing one.
struct SettingsFile {
    /// The file that is read where it is there and no other is named.
    static let standardPath = "tuzo.json"

    private(set) var values: [Setting: String] = [:]
    /// What is wrong with the file, a sentence each.
    private(set) var faults: [String] = []

    /// - Parameter path: The file that was named; `nil` for the standard one, if it is there.
    init(path: String?) {
        guard path != nil || FileManager.default.fileExists(atPath: Self.standardPath) else { return }
        let path = path ?? Self.standardPath
        do {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
            for member in try JSONFields(parsing: bytes).object.members { take(member, from: path) }
        } catch let error as any Rejection {
            faults.append("\(path): \(error.sentence)")
        } catch {
            faults.append("\(path) cannot be read: \(error.localizedDescription)")
        }
    }

    private mutating func take(_ member: JSONObject.Member, from path: String) {
        guard let setting = Setting(rawValue: member.key) else {
            let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
            faults.append("\(path): \(member.key) is no setting; there are \(known).")
            return
        }
        switch member.value {
        case .null: break
        case .string(let text): values[setting] = text
        case .number(let number): values[setting] = number.description
        default: faults.append("\(path): \(member.key) must be a text or a number.")
        }
    }
}
