import CLibPQ
import Storage

/// The columns of a row of a result, in the binary form that the server sends them in.
final class Columns: SQLColumns {
    /// The types that results have, by their numbers in PostgreSQL's catalog.
    private enum Kind {
        static let flag: Oid = 16
        static let bytes: Oid = 17
        static let long: Oid = 20
        static let short: Oid = 21
        static let word: Oid = 23
        static let numeric: Oid = 1700
    }

    private let result: OpaquePointer
    private let kinds: [Oid]
    var row: Int32 = 0

    init(_ result: OpaquePointer) {
        self.result = result
        kinds = (0..<PQnfields(result)).map { PQftype(result, $0) }
    }

    func integer(at column: Int) -> Int64? {
        guard let found = value(at: column) else { return nil }
        switch kinds[column] {
        case Kind.long: return number(found, as: Int64.self)
        case Kind.word: return number(found, as: Int32.self)
        case Kind.short: return number(found, as: Int16.self)
        case Kind.flag: return number(found, as: Int8.self)
        case Kind.numeric: return Numeric(found).integer
        default: return Int64(String(decoding: found, as: UTF8.self))
        }
    }

    func text(at column: Int) -> String? {
        guard let found = value(at: column) else { return nil }
        switch kinds[column] {
        case Kind.long, Kind.word, Kind.short, Kind.flag, Kind.numeric: return integer(at: column).map(String.init)
        default: return String(decoding: found, as: UTF8.self)
        }
    }

    func isText(_ text: String, at column: Int) -> Bool {
        guard let found = value(at: column) else { return false }
        var text = text
        return text.withUTF8 { $0.elementsEqual(found) }
    }

    func bytes(at column: Int) -> [UInt8]? { value(at: column).map { [UInt8]($0) } }

    private func value(at column: Int) -> UnsafeRawBufferPointer? {
        let index = Int32(truncatingIfNeeded: column)
        guard kinds.indices.contains(column), PQgetisnull(result, row, index) == 0 else { return nil }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(result, row, index), count: Int(PQgetlength(result, row, index)))
    }

    private func number<Number: FixedWidthInteger & SignedInteger>(
        _ bytes: UnsafeRawBufferPointer, as type: Number.Type
    ) -> Int64? {
        guard bytes.count == MemoryLayout<Number>.size else { return nil }
        return Int64(Number(bigEndian: bytes.loadUnaligned(as: Number.self)))
    }
}
