public import Loyalty

/// The first line of an export that does not fit; nothing of it is imported.
public struct ExportMisfit: Rejection, Hashable {
    public enum Rule: Hashable, Sendable {
        case fileMustBeAnExport
        case formatMustBeKnown
        /// With the version that wrote the file.
        case schemaMustBeThatOfThisVersion(String)
        case fileMustBeComplete
        case lineMustNotBeTooLong
        /// With how many bytes stand before the fault.
        case lineMustBeJson(Int)
        /// With the line that is due.
        case lineMustFollow(String)
        case columnsMustBeThoseOfTheTable(String)
        case rowMustHaveOneValuePerColumn(Int)
        /// With the column, and what it takes.
        case valueMustFitColumn(String, String)
        case rowsMustBeCounted(Int)
        case hashMustFitLines
        case nothingMustFollowTheEnd
        case keyMustBeThatOfTheCodes
    }

    /// The file it stands in.
    public let path: String
    /// The first is 1.
    public let line: Int
    public let rule: Rule

    /// `books.jsonl, line 17: hash_must_fit_lines: The lines …`
    public var sentence: String { "\(path), line \(line): \(code): \(demand)" }

    public var name: String {
        switch rule {
        case .fileMustBeAnExport: "fileMustBeAnExport"
        case .formatMustBeKnown: "formatMustBeKnown"
        case .schemaMustBeThatOfThisVersion: "schemaMustBeThatOfThisVersion"
        case .fileMustBeComplete: "fileMustBeComplete"
        case .lineMustNotBeTooLong: "lineMustNotBeTooLong"
        case .lineMustBeJson: "lineMustBeJson"
        case .lineMustFollow: "lineMustFollow"
        case .columnsMustBeThoseOfTheTable: "columnsMustBeThoseOfTheTable"
        case .rowMustHaveOneValuePerColumn: "rowMustHaveOneValuePerColumn"
        case .valueMustFitColumn: "valueMustFitColumn"
        case .rowsMustBeCounted: "rowsMustBeCounted"
        case .hashMustFitLines: "hashMustFitLines"
        case .nothingMustFollowTheEnd: "nothingMustFollowTheEnd"
        case .keyMustBeThatOfTheCodes: "keyMustBeThatOfTheCodes"
        }
    }

    private var demand: String {
        switch rule {
        case .fileMustBeAnExport: "The file is none that 'tuzo export' has written."
        case .formatMustBeKnown:
            "The form of the file is not the one that this version of Tuzo reads, which is \(exportFormat)."
        case .schemaMustBeThatOfThisVersion(let version):
            "Tuzo \(version) wrote the file, whose schema is another one: import it with that version, then upgrade."
        case .fileMustBeComplete: "The file is cut off here, before its last line."
        case .lineMustNotBeTooLong: "The line must have \(ExportLines.byteCountMax) bytes at most."
        case .lineMustBeJson(let offset): "The line must be JSON, and is not at byte \(offset)."
        case .lineMustFollow(let due): "Here must stand \(due)."
        case .columnsMustBeThoseOfTheTable(let columns): "The columns must be \(columns), in this order."
        case .rowMustHaveOneValuePerColumn(let count): "The row must have \(count) values, one for each column."
        case .valueMustFitColumn(let column, let kind): "\(column) must be \(kind)."
        case .rowsMustBeCounted(let count): "The line does not count the \(count) rows before it."
        case .hashMustFitLines: "The lines before this one are not those that were exported: their SHA-256 is another."
        case .nothingMustFollowTheEnd: "Nothing must follow the last line of an export."
        case .keyMustBeThatOfTheCodes:
            """
            The key here is not the one that the redemption codes of this export were made with. Set TUZO_SECRET_KEY \
            to the key of the installation that was exported, or copy the file ending in .key.
            """
        }
    }
}

/// An import finds rows where there must be none.
public struct DatabaseEmptinessRejection: Rejection, Hashable {
    /// The first table that has rows.
    let table: String

    public var name: String { "databaseMustBeEmpty" }
    public var sentence: String {
        "The database must be empty, and its table \(table) has rows: a whole installation goes into a new one only."
    }
}

/// An export cannot be written.
public struct ExportFileRejection: Rejection, Hashable {
    let path: String
    /// What the system says.
    let reason: String

    public var name: String { "exportMustBeWritable" }
    public var sentence: String { "\(path) cannot be written: \(reason)" }
}

/// The connection was lost over what can be written or read once only.
public struct SingleUseRejection: Rejection, Hashable {
    public var name: String { "streamMustBeUsedOnce" }
    public var sentence: String {
        "The connection to the database was lost, and a stream cannot begin anew: try again."
    }
}
