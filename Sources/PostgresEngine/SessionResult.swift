import CLibPQ
import Storage

/// What the server answered to a statement; its memory goes with it.
final class SessionResult {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    deinit { PQclear(result) }

    /// Why there is no answer. Where an error came before, it is that error which counts.
    var failure: ServerError? {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED: nil
        case PGRES_EMPTY_QUERY: ServerError(state: "42601", message: "not a statement")
        default: ServerError(result)
        }
    }

    /// What was done, such as `INSERT 0 1`.
    var tag: String { String(cString: PQcmdStatus(result)) }

    /// How many rows were inserted, updated or deleted.
    var changeCount: Int {
        guard isOfRows, let digits = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: digits)) ?? 0
    }

    /// How much there is to be undone: the rows that were changed, or one for what changes no rows, such as a table.
    var effect: Int { isOfRows ? changeCount : tag.hasPrefix("SELECT") ? 0 : 1 }

    private var isOfRows: Bool { ["INSERT", "UPDATE", "DELETE", "MERGE"].contains { tag.hasPrefix($0) } }

    func forEach(_ body: (inout SQLRow) throws -> Void) rethrows {
        let count = PQntuples(result)
        guard count > 0 else { return }
        let columns = Columns(result)
        var row = SQLRow(columns)
        for number in 0..<count {
            columns.row = number
            try body(&row)
            row.rewind()
        }
    }
}
