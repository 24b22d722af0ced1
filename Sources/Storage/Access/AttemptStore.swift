public import Loyalty

/// Attempts at what may be guessed, within one transaction.
public struct AttemptStore {
    /// More than one attempt can leave behind.
    private static let deletedMax = 100

    private let connection: any SQLConnection

    public init(_ connection: any SQLConnection) { self.connection = connection }

    /// What is counted in each of the slots; windows that have ended may be among them.
    public func windows(of slots: [AttemptSlot]) throws -> [AttemptWindow?] {
        var windows: [AttemptSlot: AttemptWindow] = [:]
        try connection.forEach(
            "SELECT slot, attempt_count, ends_at FROM attempt_window WHERE slot IN (\(list: slots))"
        ) { row in
            windows[AttemptSlot(number: try row.integer())] = AttemptWindow(
                count: try row.count(), endsAt: try row.instant())
        }
        return slots.map { windows[$0] }
    }

    /// Counts one attempt more, in a new window where the last one has ended.
    /// - Parameter end: When a new window ends.
    /// - Returns: The window with it.
    public func count(in slot: AttemptSlot, at now: Instant, until end: Instant) throws -> AttemptWindow {
        let window = try connection.first(
            """
            INSERT INTO attempt_window (slot, attempt_count, ends_at) VALUES (\(slot), 1, \(end))
            ON CONFLICT (slot) DO UPDATE SET
                attempt_count = CASE WHEN attempt_window.ends_at > \(now) THEN attempt_window.attempt_count + 1
                    ELSE 1 END,
                ends_at = CASE WHEN attempt_window.ends_at > \(now) THEN attempt_window.ends_at
                    ELSE excluded.ends_at END
            RETURNING attempt_count, ends_at
            """
        ) { row in AttemptWindow(count: try row.count(), endsAt: try row.instant()) }
        guard let window else { throw StorageFailure.corrupt("an attempt was not counted") }
        return window
    }

    /// Takes an attempt back from the window that it was counted in, and from no later one.
    public func takeBack(from slot: AttemptSlot, endingAt end: Instant) throws {
        try connection.send(
            """
            UPDATE attempt_window SET attempt_count = attempt_count - 1
            WHERE slot = \(slot) AND ends_at = \(end) AND attempt_count > 0
            """)
    }

    /// Deletes some of the windows that have ended, the oldest first: more than a single attempt can make.
    public func deleteSome(endedBy now: Instant) throws {
        try connection.send(
            """
            DELETE FROM attempt_window WHERE slot IN (
                SELECT slot FROM attempt_window WHERE ends_at <= \(now) ORDER BY ends_at LIMIT \(Self.deletedMax))
            """)
    }
}

/// Where attempts under one subject, such as an address, are counted.
///
/// There are so many slots and no more: whoever invents names and addresses cannot fill the disk with them. Two
/// subjects that share one, which hardly ever happens, have as many attempts together as either would have alone.
/// Whose slot it is cannot be told.
public struct AttemptSlot: Hashable, Sendable, SQLConvertible {
    /// 2²⁰: they take some 50 MB at most.
    private static let bitCount = 20

    let number: Int64

    /// - Parameter hash: A keyed hash of the subject, so that nobody can find another one that shares its slot.
    public init(hash: [UInt8]) {
        let bits = hash.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        number = Int64(bits & (1 << Self.bitCount - 1))
    }

    init(number: Int64) { self.number = number }

    public var sqlValue: SQLValue { .integer(number) }
}
