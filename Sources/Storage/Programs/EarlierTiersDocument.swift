import ExactJSON
import Loyalty

/// The tier policies of earlier versions as one JSON document, as the database keeps them.
enum EarlierTiersDocument {
    /// - Returns: `nil` for none.
    static func text(of earlier: [EarlierTiers]) -> String? {
        guard !earlier.isEmpty else { return nil }
        var json = JSONWriter()
        json.array(earlier) { json, earlier in
            json.object { json in
                json.field("last_day", earlier.lastDay)
                earlier.policy.write(to: &json)
            }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    static func earlierTiers(from text: String?, _ currency: Currency) throws -> [EarlierTiers] {
        guard let text else { return [] }
        guard case .array(let elements) = try JSONValue(parsing: text) else {
            throw StorageFailure.corrupt("earlier_tiers is no list")
        }
        let base = Program.standard(in: currency).tiers
        return try elements.map { element in
            let fields = try JSONFields(element)
            return EarlierTiers(
                policy: try TierPolicy(fields, over: base, currency), lastDay: try fields.day("last_day"))
        }
    }
}
