/// How a database is opened.
public struct SQLiteOptions: Sendable {
    /// How many transactions can read at once.
    public var readerCount = 4
    /// The size at which the file counts as full, so that tests can fill a disk.
    var pagesMax: Int?

    /// Whether every commit is synced. Only the rig that cuts the power may do without, as a control that must lose
    /// data.
    package var isSynced = true

    public init() {}
}
