public import ExactJSON
public import Loyalty

extension Customer: JSONWritable {
    /// Writes the customer as the API shows one.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.field("id", id)
            json.field("name", name)
            json.field("email", email)
            json.field("phone", phone)
            json.field("birthday", birthday)
        }
    }
}
