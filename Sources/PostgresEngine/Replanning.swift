import Storage

/// When a session has its server forget how it does what is prepared.
///
/// The server plans a prepared statement by the size that the tables have then, and keeps to that until somebody
/// analyzes them. In empty tables every index costs the same, and it takes the youngest: the look for an order went
/// through all orders of the shop, and the first minute of a new installation at a tenth of its speed.
struct Replanning {
    private static let first = 250
    private static let growth = 4

    private var runCount = 0
    private var dueAt = Self.first

    /// So many prepared statements were run, and the tables have grown with them.
    mutating func note() { runCount += 1 }

    /// - Returns: What is to be sent now, within a transaction; as a rule `nil`.
    mutating func statement() -> SQLStatement? {
        guard runCount >= dueAt else { return nil }
        dueAt *= Self.growth
        return "DISCARD PLANS"
    }
}
