import Storage

/// Queries of a transaction that were sent before anybody asked for their rows.
struct ExpectedQueries {
    private struct Query {
        let statement: SQLStatement
        /// `nil` as long as it is under way.
        var result: SessionResult?
    }

    private var queries: [Query] = []

    /// How many are under way.
    var sentCount: Int { queries.count { $0.result == nil } }

    mutating func add(_ statement: SQLStatement) { queries.append(Query(statement: statement)) }

    func contains(_ statement: SQLStatement) -> Bool { queries.contains { $0.statement == statement } }

    /// Takes the results of all that are under way, in the order in which they were sent.
    mutating func fill(with results: [SessionResult]) {
        let places = queries.indices.filter { queries[$0].result == nil }
        for (place, result) in zip(places, results) { queries[place].result = result }
    }

    /// Hands over a result, once.
    mutating func take(_ statement: SQLStatement) -> SessionResult? {
        guard let place = queries.firstIndex(where: { $0.statement == statement }) else { return nil }
        return queries.remove(at: place).result
    }

    /// Gives up those that are under way; whoever asks for one asks anew.
    mutating func forgetSent() { queries.removeAll { $0.result == nil } }

    /// Something was written, which what was read before it does not show.
    mutating func forgetAll() { queries.removeAll(keepingCapacity: true) }
}
