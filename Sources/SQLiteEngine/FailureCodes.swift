import GRDB
import GRDBSQLite
import Storage

extension StorageFailure {
    /// What an error code of SQLite means, with the message of the connection that it came from.
    init(_ code: Int32, on connection: OpaquePointer?, running text: String) {
        let message = sqlite3_errmsg(connection).map { String(cString: $0) } ?? "error \(code)"
        self.init(code, message, text)
    }

    /// Runs calls to GRDB on a file, and throws their errors as failures.
    static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StorageFailure(error.resultCode.rawValue, error.message ?? "error \(error.resultCode)", path)
        }
    }

    private init(_ code: Int32, _ message: String, _ place: String) {
        // The lower eight bits name the kind of error, the others its details.
        switch code & 0xff {
        case SQLITE_FULL: self = .full
        case SQLITE_CONSTRAINT: self = .constraint(message)
        case SQLITE_BUSY, SQLITE_LOCKED: self = .locked("\(message): \(place)")
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt("\(message): \(place)")
        default: self = .unavailable("\(message): \(place)")
        }
    }
}
