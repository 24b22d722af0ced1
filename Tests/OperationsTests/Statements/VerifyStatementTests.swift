import Foundation
import Loyalty
import Operations
import Storage
import Testing

/// Statements that were downloaded, as they are and tampered with.
struct VerifyStatementTests {
    private let town: Town
    private let folder: URL

    init() async throws {
        town = try await Town.withHistory()
        folder = FileManager.default.temporaryDirectory.appending(path: "tuzo-statement-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test func `a statement holds as it was downloaded`() async throws {
        let proven = try verify(try await town.statement())
        #expect(proven.shopID == Town.bakery.id && proven.customerID == Town.mia.id)
        #expect(proven.entryCount == 9)
        let last = try await ViewEntries(in: town.surroundings)(of: Town.mia.id, in: Town.bakery, below: nil, limit: 1)
        #expect(proven.lastHash == Hexadecimal.text(of: try #require(last.first).hash))
        #expect(proven.balance == last.first?.entry.balanceAfter)
    }

    @Test func `a statement of many pages holds`() async throws {
        for number in 1...600 { try await town.order("M-\(number)", of: Town.juma, 10_00) }
        let csv = try await town.statement(of: Town.juma)
        #expect(try verify(csv).entryCount > 600)
        #expect(csv.split(separator: "\r\n").count == Int(try verify(csv).entryCount) + 1)
    }

    @Test func `texts that spreadsheets would take for formulas are harmless, and come back byte by byte`() async throws
    {
        for (number, reason) in nasty.enumerated() {
            _ = try await AdjustPoints(in: town.surroundings)(
                Points(Int64(number + 1)), reason: reason, to: Town.mia.id, in: Town.bakery, actor: "=amina")
        }
        let csv = try await town.statement()
        #expect(try verify(csv).entryCount == 9 + Int64(nasty.count))
        for start in ["=", "+1", "-1+", "@SUM", "\t"] { #expect(!csv.contains(",\"\(start)"), "\(start)") }
        #expect(csv.contains(",\"'=amina\","))
    }

    @Test func `whatever is changed in a statement is found, with its line`() async throws {
        let lines = try await town.statement().components(separatedBy: "\r\n")
        for (column, value) in [
            (0, "\"bookshop\""), (1, "\"juma\""), (2, "3"), (3, "adjustment"), (4, "301"), (5, "9"), (6, "\"A-9\""),
            (7, "\"Order\""), (8, "\"nobody\""), (9, "1793620800001"), (10, "1793620800001"), (11, "7"), (11, ""),
            (12, String(repeating: "0", count: 64)), (13, "USD"), (14, "2026-11-02T12:00:01Z"), (4, "+250"), (4, "x"),
        ] {
            var cells = lines[2].components(separatedBy: ",")
            cells[column] = value
            var changed = lines
            changed[2] = cells.joined(separator: ",")
            let misfit = #expect(throws: VerifyStatement.Misfit.self, "column \(column)") {
                try verify(changed.joined(separator: "\r\n"))
            }
            #expect(misfit?.line == 3, "column \(column): \(misfit.map(\.description) ?? "")")
        }
    }

    @Test func `lines that are missing, doubled or swapped are found`() async throws {
        let lines = try await town.statement().components(separatedBy: "\r\n")
        var cut = lines
        cut.remove(at: 3)
        expect("line 4: sequence_must_follow: Entry 3 is missing here.", of: cut)
        expect("line 5: sequence_must_follow: Entry 4 is missing here.", of: lines[...3] + lines[3...])
        var swapped = lines
        swapped.swapAt(1, 2)
        expect("line 2: sequence_must_follow: Entry 1 is missing here.", of: swapped)
        expect(
            "line 1: statement_must_have_entries: There are no entries, and so nothing to prove.", of: [lines[0], ""])
        expect("line 1: columns_must_be_of_a_statement: The columns are not those of a statement.", of: ["a,b", "1,2"])
        expect("line 3: record_must_be_utf_8: The record must be UTF-8.", of: lines, with: 0xFF)
    }

    private func expect(
        _ sentence: String, of lines: some Collection<String>, with byte: UInt8? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var bytes = Array(lines.joined(separator: "\r\n").utf8)
        if let byte, let place = bytes.indices.filter({ bytes[$0] == UInt8(ascii: "\n") }).dropFirst().first {
            bytes.insert(byte, at: place + 2)
        }
        let misfit = #expect(throws: VerifyStatement.Misfit.self, sourceLocation: sourceLocation) {
            try verify(bytes)
        }
        #expect(misfit.map(\.description) == sentence, sourceLocation: sourceLocation)
    }

    @discardableResult
    private func verify(_ csv: String) throws -> VerifyStatement.Proven { try verify(Array(csv.utf8)) }

    private func verify(_ bytes: [UInt8]) throws -> VerifyStatement.Proven {
        let file = folder.appending(path: "\(UUID()).csv")
        try Data(bytes).write(to: file)
        return try VerifyStatement()(path: file.path)
    }
}

private let nasty = [
    "=1+1", "+1", "-1+2", "@SUM(A1)", "'quoted", "''", "say \"so\"", "a,b", "two\nlines", "\ttabbed", "\u{1F36A}",
    "\"\u{308}", "=\u{308}", "cafe\u{301}", " =1",
]

extension Town {
    func statement(of customer: Customer = mia) async throws -> String {
        var pages = try await ExportStatement(in: surroundings)(of: customer.id, in: Self.bakery)
        var text = ""
        while let page = try await pages.next() { text += page }
        return text
    }
}
