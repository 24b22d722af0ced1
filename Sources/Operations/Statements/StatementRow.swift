import Loyalty
import Storage

/// One line of a member's statement in CSV, as it is written and as it is read again.
///
/// The twelve hashed fields stand in the order in which they are hashed, then the hash, and two fields for people that
/// are not hashed: the currency, and the time the entry occurred. Spreadsheets take a text that begins like a formula
/// for one; so a text that begins with `=`, `+`, `-`, `@`, a tab, a line end or an apostrophe gets one apostrophe in
/// front, which reading takes off again. So every text comes back byte by byte.
struct StatementRow {
    let entry: Entry
    let hash: String
    let currency: String

    static let columns = [
        "shop", "customer", "sequence", "kind", "points", "balance_after", "reference", "description", "actor",
        "occurred_at_ms", "recorded_at_ms", "program_version", "hash", "currency", "occurred_at",
    ]

    init(_ row: EntryReport.Row, in shop: Shop) {
        entry = row.entry
        hash = Hexadecimal.text(of: row.hash)
        currency = shop.currency.code
    }

    /// What stands in the columns, as it is written.
    var cells: [String] {
        [
            csvText(entry.shopID.text), csvText(entry.customerID.text), String(entry.sequence), entry.kind.rawValue,
            entry.points.description, entry.balanceAfter.description, csvText(entry.reference),
            csvText(entry.description),
            csvText(entry.actor), String(entry.occurredAt.milliseconds), String(entry.recordedAt.milliseconds),
            entry.programVersion.map(String.init) ?? "", hash, currency, entry.occurredAt.description,
        ]
    }

    /// Reads a line's cells again.
    /// - Throws: ``StatementRejection`` for a cell that no statement has.
    init(cells: [String]) throws(StatementRejection) {
        guard cells.count == Self.columns.count else { throw .columnsMustBeOfAStatement }
        guard let kind = EntryKind(rawValue: cells[3]) else { throw .cellMustBeOfAStatement("kind") }
        entry = Entry(
            shopID: try id(cells, 0), customerID: try id(cells, 1),
            sequence: try number(cells, 2), kind: kind, points: Points(try number(cells, 4)),
            balanceAfter: Points(try number(cells, 5)), reference: plain(cells[6]), description: plain(cells[7]),
            actor: plain(cells[8]), occurredAt: Instant(milliseconds: try number(cells, 9)),
            recordedAt: Instant(milliseconds: try number(cells, 10)),
            programVersion: cells[11].isEmpty ? nil : Int(try number(cells, 11)))
        hash = cells[12]
        currency = cells[13]
        guard moments.contains(entry.occurredAt), cells[14] == entry.occurredAt.description else {
            throw .cellMustBeOfAStatement("occurred_at")
        }
    }
}

private func id<Entity>(_ cells: [String], _ place: Int) throws(StatementRejection) -> Identifier<Entity> {
    do { return try Identifier(plain(cells[place]), field: StatementRow.columns[place]) } catch {
        throw .cellMustBeOfAStatement(StatementRow.columns[place])
    }
}

/// A number in the one form that a statement writes it in.
private func number(_ cells: [String], _ place: Int) throws(StatementRejection) -> Int64 {
    guard let number = Int64(cells[place]), String(number) == cells[place] else {
        throw .cellMustBeOfAStatement(StatementRow.columns[place])
    }
    return number
}

private func plain(_ cell: String) -> String {
    cell.utf8.first == apostrophe ? String(decoding: cell.utf8.dropFirst(), as: UTF8.self) : cell
}

private let apostrophe = UInt8(ascii: "'")
/// What can be written as a time.
private let moments = Instant(milliseconds: -62_135_596_800_000)..<Instant(milliseconds: 253_402_300_800_000)
