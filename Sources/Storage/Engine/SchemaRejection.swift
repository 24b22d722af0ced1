public import Loyalty

/// The schema of a database is not that of this version of Tuzo.
public enum SchemaRejection: String, Rejection {
    /// It has no tables at all.
    case schemaMustBeThere
    case migrationsMustBeApplied
    /// A newer version has been at work here, and knows of columns and tables that this one would leave out.
    case schemaMustNotBeNewer

    public var sentence: String {
        switch self {
        case .schemaMustBeThere:
            "The database has no tables of Tuzo. If it is the right one, 'tuzo migrate' and 'tuzo serve' make them."
        case .migrationsMustBeApplied:
            "The schema of the database is older than this version of Tuzo: run 'tuzo migrate' first."
        case .schemaMustNotBeNewer:
            "The schema of the database is newer than this version of Tuzo: run the version that brought it there."
        }
    }
}
