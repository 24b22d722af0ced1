import GRDBSQLite

extension SQLiteDatabase {
    /// The first version in which two connections that write or checkpoint at the same moment cannot corrupt the file.
    private static let soundVersion = 3_051_003

    /// What the operator should know about the SQLite library in use, or `nil`.
    public static var warning: String? { warning(version: Int(sqlite3_libversion_number())) }

    static func warning(version: Int) -> String? {
        guard version < soundVersion else { return nil }
        return """
            SQLite \(spelled(version)) is older than \(spelled(soundVersion)): a second program that writes or \
            checkpoints the database can corrupt it. Tuzo's lock keeps a second server out, but no other program.
            """
    }

    private static func spelled(_ version: Int) -> String {
        "\(version / 1_000_000).\(version / 1_000 % 1_000).\(version % 1_000)"
    }
}
