import CLibPQ
import Storage

/// The values of a statement in the form that they are sent in, in memory that serves one statement after another.
///
/// Whole numbers and bytes go in binary, and so do texts, whose binary form is the text itself. Nothing is put into
/// digits, escaped or parsed on the way, and a number can lose nothing.
struct Parameters {
    /// The types of values by their numbers in PostgreSQL's catalog; 0 has the server find out.
    enum Kind {
        static let unknown: Oid = 0
        static let bytes: Oid = 17
        static let integer: Oid = 20
        static let text: Oid = 25
    }

    private var bytes: [CChar] = []
    private var offsets: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    /// The type of a value. NULL has none.
    static func kind(of value: SQLValue) -> Oid {
        switch value {
        case .null: Kind.unknown
        case .integer: Kind.integer
        case .text: Kind.text
        case .bytes: Kind.bytes
        }
    }

    mutating func fill(with values: [SQLValue]) {
        bytes.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        while formats.count < values.count { formats.append(1) }
        for value in values { append(value) }
        // An empty value has an address, too; without one it would be NULL.
        bytes.append(0)
    }

    private mutating func append(_ value: SQLValue) {
        let start = bytes.count
        offsets.append(value == .null ? -1 : start)
        switch value {
        case .null: break
        case .integer(let integer):
            withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0.lazy.map(CChar.init(bitPattern:))) }
        case .text(var text):
            text.withUTF8 { bytes.append(contentsOf: $0.lazy.map(CChar.init(bitPattern:))) }
        case .bytes(let value):
            bytes.append(contentsOf: value.lazy.map(CChar.init(bitPattern:)))
        }
        lengths.append(Int32(bytes.count - start))
    }

    /// Lends the values as libpq takes them: addresses, lengths and formats.
    func lend<Result>(
        _ body: (
            UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        bytes.withUnsafeBufferPointer { bytes in
            let addresses = offsets.map { offset in offset < 0 ? nil : bytes.baseAddress.map { $0 + offset } }
            return addresses.withUnsafeBufferPointer { addresses in
                lengths.withUnsafeBufferPointer { lengths in
                    formats.withUnsafeBufferPointer { formats in
                        body(addresses.baseAddress, lengths.baseAddress, formats.baseAddress)
                    }
                }
            }
        }
    }
}
