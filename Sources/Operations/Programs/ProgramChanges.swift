public import ExactJSON
public import Loyalty
import Storage

/// What was changed: one setting, by its path in the document that the API takes and gives.
public struct ProgramChange: Hashable, Sendable, JSONWritable {
    /// `points_per_unit`, `tiers.gold.threshold`.
    public let setting: String
    /// `nil` where there was none, such as a tier that is new.
    public let before: JSONValue?
    public let after: JSONValue?

    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("setting", setting)
            json.field("before", before)
            json.field("after", after)
        }
    }
}

extension ProgramVersion {
    /// Every setting that differs from the version before, in the order of the document; nothing for the first one.
    public func changes(since before: ProgramVersion?) throws -> [ProgramChange] {
        guard let before else { return [] }
        var changes: [ProgramChange] = []
        compare(
            try JSONValue(parsing: before.program.jsonText), try JSONValue(parsing: program.jsonText), at: "", &changes)
        return changes
    }
}

/// Every setting that differs between two documents, in their order; a document that is absent has no settings.
public func settingChanges(from before: JSONValue, to after: JSONValue) -> [ProgramChange] {
    var changes: [ProgramChange] = []
    compare(
        before == .null ? .object(JSONObject()) : before, after == .null ? .object(JSONObject()) : after, at: "",
        &changes)
    return changes
}

private func compare(_ before: JSONValue?, _ after: JSONValue?, at path: String, _ changes: inout [ProgramChange]) {
    guard before != after else { return }
    switch (before, after) {
    case (.object(let old), .object(let new)):
        let gone = old.members.map(\.key).filter { new[$0] == nil }
        for key in new.members.map(\.key) + gone {
            compare(old[key], new[key], at: path.isEmpty ? key : "\(path).\(key)", &changes)
        }
    case (.array(let old), .array(let new)) where path == "tiers":
        compare(.object(byKey(old)), .object(byKey(new)), at: path, &changes)
    default:
        changes.append(ProgramChange(setting: path, before: before, after: after))
    }
}

/// Tiers are told apart by their keys, not by their places.
private func byKey(_ tiers: [JSONValue]) -> JSONObject {
    var object = JSONObject()
    for tier in tiers {
        if case .string(let key) = tier["key"] { object[key] = tier }
    }
    return object
}
