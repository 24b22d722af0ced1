/// What an audit looked at, and how much of it does not fit.
public struct AuditSummary: Hashable, Sendable {
    public internal(set) var shops = 0
    public internal(set) var members = 0
    public internal(set) var entries = 0
    /// About how many entries there are to look at, by the members' own account.
    public internal(set) var entriesExpected = 0
    public internal(set) var orders = 0
    public internal(set) var findings = 0
}
