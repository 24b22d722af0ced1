import CLibPQ
import Storage

/// What the server has prepared for a session.
///
/// The types of values are told it: left to find them out, it would take the `\(flag) = 1` of a statement for a number
/// of another size, and ask for a `NUMERIC` beside a sum.
struct PreparedStatements {
    private static let countMax = 512

    struct Prepared {
        let name: String
        /// The types of its values; unknown where none but NULL was ever there.
        let kinds: [Oid]
        /// Which of its values name shops.
        let shopPlaces: [Int]

        /// Whether the values are of those types.
        fileprivate func takes(_ values: [SQLValue]) -> Bool {
            for (place, value) in values.enumerated() {
                let kind = Parameters.kind(of: value)
                guard kind == kinds[place] || kind == Parameters.Kind.unknown else { return false }
            }
            return true
        }
    }

    private var known: [SQLText: Prepared] = [:]
    /// Sent to be prepared; they are, once anything sent after them was done.
    private var unconfirmed: [SQLText] = []
    private var nameCount = 0

    /// The statement as the server has it, or will have it by the time that it is run.
    mutating func prepared(_ statement: SQLStatement, on session: Session) throws -> Prepared {
        let old = known[statement.text]
        if let old, old.takes(statement.values) { return old }
        if known.count >= Self.countMax { try forgetAll(on: session) }
        nameCount += 1
        let prepared = Prepared(
            name: "s\(nameCount)", kinds: kinds(of: statement.values, beside: old?.kinds),
            shopPlaces: statement.text.shopPlaces)
        try session.prepare(statement.text.sql(numberedWith: "$"), as: prepared.name, prepared.kinds)
        known[statement.text] = prepared
        unconfirmed.append(statement.text)
        return prepared
    }

    /// Everything that was sent so far was done.
    mutating func confirm() { unconfirmed.removeAll(keepingCapacity: true) }

    /// Something that was sent was not done, and nothing after it.
    mutating func forgetUnconfirmed() {
        for text in unconfirmed { known[text] = nil }
        unconfirmed.removeAll(keepingCapacity: true)
    }

    private func kinds(of values: [SQLValue], beside old: [Oid]?) -> [Oid] {
        let kinds = values.map(Parameters.kind)
        guard let old else { return kinds }
        return zip(kinds, old).map { $0 == Parameters.Kind.unknown ? $1 : $0 }
    }

    private mutating func forgetAll(on session: Session) throws {
        known.removeAll(keepingCapacity: true)
        unconfirmed.removeAll()
        try session.run("DEALLOCATE ALL", [])
    }
}
