/// What has come of the rows of a file so far.
public struct ImportTally: Hashable, Sendable {
    /// Orders that the shop did not know.
    public internal(set) var new = 0
    /// Orders that the shop knew in another state.
    public internal(set) var changed = 0
    /// Orders that the shop knew just so, or in a later state.
    public internal(set) var unchanged = 0
    public internal(set) var refused = 0
    /// How many bytes of the file these rows are.
    public internal(set) var bytesRead: UInt64 = 0

    /// Whether the file was read to its end.
    public internal(set) var isComplete = false

    /// All rows.
    public var read: Int { new + changed + unchanged + refused }
}
