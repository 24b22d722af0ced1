import GRDBSQLite

extension Connection {
    /// Fewer pages are not worth the two syncs that moving them takes.
    private static let pagesMin: Int32 = 250

    /// Moves what the write-ahead log holds into the database, where that is worth its syncs; to be called while nobody
    /// waits. The more pages a checkpoint moves, the longer it keeps others waiting, and in a large database nearly
    /// every change is to another page: in ten million entries, one of 20,000 pages took a quarter of a second.
    ///
    /// Should it fail, nothing is lost, and the next one moves more.
    func checkpointIfWorthwhile() {
        var (pages, most) = (Int32(0), Int32(0))
        sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 0)
        guard pages >= Self.pagesMin else { return }
        sqlite3_db_status(handle, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 1)
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }
}
