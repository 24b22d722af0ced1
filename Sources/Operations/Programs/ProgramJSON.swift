public import ExactJSON
public import Loyalty
import Storage

extension Program: JSONWritable {
    /// Writes the settings as the API shows them.
    public func write(to json: inout JSONWriter) {
        json.object { json in writeSettings(to: &json) }
    }
}
