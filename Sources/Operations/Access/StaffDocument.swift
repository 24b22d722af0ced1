public import ExactJSON
public import Storage

extension StaffMember: JSONWritable {
    /// Writes the person as the owner sees them.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("customer_id", customerID)
            json.field("added_at", addedAt)
            json.field("added_by", addedBy)
        }
    }
}
