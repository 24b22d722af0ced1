public import Loyalty

/// Why one record of a file, or its header, cannot be read.
public struct RecordRejection: Rejection, Hashable {
    public enum Rule: String, Sendable {
        case headerIsRequired
        case headerMustNotRepeatAColumn
        case recordMustBeUtf8
        case recordMustNotBeTooLong
        case recordMustHaveOneFieldPerColumn
        case quotedFieldMustBeClosed
        case quotedFieldMustEndAtAComma
        case quotesMustEncloseTheWholeField
    }

    public let rule: Rule

    public var name: String { rule.rawValue }

    public var sentence: String {
        switch rule {
        case .headerIsRequired: "The first line must name the columns."
        case .headerMustNotRepeatAColumn: "The first line must not name a column twice."
        case .recordMustBeUtf8: "The record must be UTF-8."
        case .recordMustNotBeTooLong: "The record must have \(recordByteCountMax) bytes at most."
        case .recordMustHaveOneFieldPerColumn: "The record must have as many fields as the first line has columns."
        case .quotedFieldMustBeClosed: "A field that begins with a quote must end with one."
        case .quotedFieldMustEndAtAComma: "After a quoted field must come a comma or the end of the line."
        case .quotesMustEncloseTheWholeField: "A field with quotes inside must be quoted, and its quotes doubled."
        }
    }
}

/// A file cannot be opened or read.
public struct FileRejection: Rejection, Hashable {
    public let path: String
    /// What the system says.
    public let reason: String

    public var name: String { "fileMustBeReadable" }
    public var sentence: String { "\(path) cannot be read: \(reason)" }
}
