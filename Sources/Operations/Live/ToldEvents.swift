import ExactJSON
import Loyalty

/// Events as servers tell them to each other.
struct ToldEvents {
    let events: [ActivityEvent]

    init(_ events: [ActivityEvent]) { self.events = events }

    /// The events in as many texts as it takes, none of which is longer than that.
    func texts(byteCountMax: Int) -> [String] {
        var texts: [String] = []
        var text: [UInt8] = []
        for event in events {
            let line = event.bytes
            guard line.count <= byteCountMax else { continue }
            if text.count + line.count > byteCountMax {
                texts.append(String(decoding: text, as: UTF8.self))
                text = []
            }
            text += line
        }
        return text.isEmpty ? texts : texts + [String(decoding: text, as: UTF8.self)]
    }

    /// Reads what another server told; what this version does not know is passed over.
    init(_ text: String) {
        events = text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            do { return try ActivityEvent(JSONFields(parsing: Array(line))) } catch { return nil }
        }
    }
}

private let textMax = 1_000

extension ActivityEvent {
    fileprivate init?(_ fields: JSONFields) throws {
        guard let kind = Kind(rawValue: try fields.text("kind", max: textMax)) else { return nil }
        self.init(
            kind: kind, shopID: Identifier(trusted: try fields.text("shop", max: textMax)),
            customerID: try fields.optionalText("customer", max: textMax).map { Identifier(trusted: $0) },
            at: Instant(milliseconds: try fields.integer("at")), points: Points(try fields.integer("points")),
            balance: Points(try fields.integer("balance")), tierKey: try fields.text("tier", max: textMax),
            reference: try fields.text("reference", max: textMax))
    }

    /// One line of JSON.
    fileprivate var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("kind", kind.rawValue)
            json.field("shop", shopID.text)
            json.field("customer", customerID?.text)
            json.field("at", at.milliseconds)
            json.field("points", points.count)
            json.field("balance", balance.count)
            json.field("tier", tierKey)
            json.field("reference", reference)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }
}
