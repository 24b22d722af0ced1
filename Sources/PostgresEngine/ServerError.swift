import CLibPQ
import Storage

/// What the server, or the way to it, said no with.
struct ServerError: Error {
    /// SQLSTATE: five characters, of which the first two are the class; empty where the connection was lost.
    let state: String
    let message: String

    /// What no server has said: the connection is gone.
    static func lost(_ message: String) -> ServerError { ServerError(state: "", message: message) }

    /// The same transaction may well succeed when it is run again.
    var isTransient: Bool { ["40001", "40P01"].contains(state) }

    /// The connection is of no use any more.
    var isLoss: Bool {
        state.isEmpty || state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05", "25P03"].contains(state)
    }

    /// The server has become one that only reads; another one is there to write to.
    var isReadOnly: Bool { state == "25006" }

    var failure: StorageFailure {
        switch (state.prefix(2), state) {
        case (_, "53100"): .full
        case ("23", _): .constraint(message)
        case (_, "XX001"), (_, "XX002"): .corrupt(message)
        default: .unavailable(state.isEmpty ? message : "\(message) (\(state))")
        }
    }
}

extension ServerError {
    /// The error that a result stands for.
    init(_ result: OpaquePointer) {
        state = PQresultErrorField(result, errorField("C")).map { String(cString: $0) } ?? ""
        let primary = PQresultErrorField(result, errorField("M")) ?? PQresultErrorMessage(result)
        message = Self.line(of: primary.map { String(cString: $0) } ?? "")
    }

    /// What went wrong with a connection.
    init(connection: OpaquePointer?) {
        self = .lost(Self.line(of: PQerrorMessage(connection).map { String(cString: $0) } ?? "out of memory"))
    }
}

/// The code of a part of an error, such as `C` for the SQLSTATE; libpq's macros do not reach here.
private func errorField(_ code: Unicode.Scalar) -> Int32 { Int32(code.value) }

extension ServerError {
    /// A message of libpq as one line.
    static func line(of text: String) -> String {
        text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }.joined(separator: " ")
    }
}
