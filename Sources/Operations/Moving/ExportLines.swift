import Crypto
import ExactJSON
import Storage

/// The number of the form that exports have.
let exportFormat = 1

/// Makes the lines of an export, and the hash over all that went before.
///
/// The first line says what the file is. Each table is a line that names it and its columns, a line for each row, and a
/// line that counts them; the last line counts everything. A line that counts has the SHA-256 of all bytes before it.
struct ExportLines {
    /// The most bytes that one line may have; a row holds documents of a mebibyte at most, and few of them.
    static let byteCountMax = 67_108_864

    private var digest = SHA256()
    /// The lines that were made and not taken.
    private var bytes: [UInt8] = []

    /// How many bytes wait to be taken.
    var byteCount: Int { bytes.count }

    mutating func begin(version: String) {
        object { json in
            json.field("tuzo", version)
            json.field("format", exportFormat)
            json.array("schema", Migrations.names) { json, name in json.value(name) }
        }
    }

    mutating func begin(_ table: MovedTable) {
        object { json in
            json.field("table", table.name)
            json.array("columns", table.columns) { json, column in json.value(column.name) }
        }
    }

    mutating func add(_ values: [SQLValue]) {
        var json = JSONWriter()
        json.array(values) { json, value in json.value(value.exported) }
        end(json)
    }

    /// Ends a table, or the whole.
    /// - Returns: The hash of what went before, in hexadecimal digits.
    @discardableResult
    mutating func end(_ name: String, rowCount: Int) -> String {
        let hash = Hexadecimal.text(of: digest.finalize(over: bytes))
        object { json in
            json.field("end", name)
            json.field("rows", rowCount)
            json.field("sha256", hash)
        }
        return hash
    }

    /// What was made since this was asked for the last time.
    mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        digest.update(data: bytes)
        return bytes
    }

    private mutating func object(_ members: (inout JSONWriter) -> Void) {
        var json = JSONWriter()
        json.object(members)
        end(json)
    }

    private mutating func end(_ json: JSONWriter) {
        bytes += json.bytes
        bytes.append(UInt8(ascii: "\n"))
    }
}

extension SHA256 {
    /// The hash of what was added so far and some bytes more, which are not added.
    func finalize(over more: [UInt8]) -> SHA256Digest {
        var digest = self
        digest.update(data: more)
        return digest.finalize()
    }
}

/// A value as an export has it: a number, a text, bytes in hexadecimal digits, or `null`.
private enum ExportedValue: JSONWritable {
    case null
    case number(Int64)
    case text(String)

    func write(to json: inout JSONWriter) {
        switch self {
        case .null: JSONValue.null.write(to: &json)
        case .number(let number): number.write(to: &json)
        case .text(let text): text.write(to: &json)
        }
    }
}

extension SQLValue {
    fileprivate var exported: ExportedValue {
        switch self {
        case .null: .null
        case .integer(let integer): .number(integer)
        case .text(let text): .text(text)
        case .bytes(let bytes): .text(Hexadecimal.text(of: bytes))
        }
    }
}
