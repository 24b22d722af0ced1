public import ExactJSON
public import Loyalty

extension ActivityEvent: JSONWritable {
    /// Writes the event as the live feed sends it.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("kind", kind.rawValue)
            json.field("shop_id", shopID)
            json.field("customer_id", customerID)
            json.field("at", at)
            json.field("points", points)
            json.field("balance", balance)
            json.field("current_tier", tierKey)
            json.field("reference", reference)
        }
    }
}
