import ExactJSON
import Loyalty

/// A program's settings as one JSON document: as the database keeps them, and as the API takes and gives them.
enum ProgramDocument {
    static func text(of program: Program) -> String {
        var json = JSONWriter()
        json.object { json in program.writeSettings(to: &json) }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    static func program(from text: String, _ currency: Currency) throws -> Program {
        try Program(JSONFields(parsing: Array(text.utf8)), over: .standard(in: currency))
    }
}
