public import ExactJSON
import Loyalty
public import Storage

extension KeyRecord: JSONWritable {
    /// Writes the key as its owner sees it, without the secret.
    public func write(to json: inout JSONWriter) {
        json.object { json in writeMembers(to: &json) }
    }

    /// Writes the members alone, for an object that has more of them.
    public func writeMembers(to json: inout JSONWriter) {
        json.field("id", key.id)
        json.field("name", key.name)
        json.field("scopes", key.scopes.map(\.rawValue).sorted())
        json.field("last_four", lastFour)
        json.field("created_at", createdAt)
        json.field("created_by", createdBy)
        json.field("last_used_at", lastUsedAt)
    }
}
