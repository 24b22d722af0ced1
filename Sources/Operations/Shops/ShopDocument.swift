public import ExactJSON
public import Loyalty

extension Shop: JSONWritable {
    /// Writes the shop as the API shows it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("owner_id", ownerID)
            json.field("currency", currency.code)
            json.field("time_zone", timeZone)
            json.field("logo_url", logoURL)
            json.field("accent", accent.map { "#\($0.hex)" })
        }
    }
}
