import Foundation
import Loyalty
import Operations
import Storage
import TestDatabase
import Testing

struct MoveTests {
    @Test func `a town moves to another database and back, and every export of it has the same bytes`() async throws {
        let desk = try MoveDesk()
        let (home, abroad, back) = (
            try await desk.newPlace(inFile: true), try await desk.newPlace(), try await desk.newPlace(inFile: true)
        )
        let town = try await PlantTown(in: home.surroundings)()
        #expect(try await ConfirmCodeKey(in: home.surroundings)())
        let told = try await desk.export(home.surroundings, to: "home")
        #expect(told.rowCount(of: "member") == 375)
        #expect(try await desk.importAll("home", into: abroad.surroundings) == told)
        #expect(try await desk.export(abroad.surroundings, to: "abroad") == told)
        #expect(try desk.bytes("abroad") == desk.bytes("home"))
        #expect(try await abroad.surroundings.audit().findings == [])
        #expect(try await ConfirmCodeKey(in: abroad.surroundings)())
        for planted in town.shops {
            let report = try await abroad.ground.database.read { connection in
                try ShopReport(
                    of: planted.shop.id, activeSince: home.surroundings.now().adding(days: -30), connection)
            }
            #expect(report.outstanding == planted.report.outstanding)
            let code = try RedemptionCode(typed: try #require(planted.codes.first))
            let found = try await ViewRedemptions(in: abroad.surroundings)(withCode: code, in: planted.shop)
            #expect(found.status == .pending)
        }
        try await desk.importAll("abroad", into: back.surroundings)
        try await desk.export(back.surroundings, to: "back")
        #expect(try desk.bytes("back") == desk.bytes("home"))
    }

    @Test func `every column of every table moves, whatever it holds, over the borders of pages`() async throws {
        let desk = try MoveDesk()
        let (home, abroad) = (try await desk.newPlace(inFile: true), try await desk.newPlace())
        _ = try await ConfirmCodeKey(in: home.surroundings)()
        try await home.ground.database.write { connection in
            for table in MovedTable.all where table.name != "code_key" {
                for number in 0..<(rowCounts[table.name] ?? 4) {
                    try MoveStore(connection).insert(table.strangeRow(number), into: table)
                }
            }
        }
        #expect(try await home.filledTables() == MovedTable.all.map(\.name))
        let told = try await desk.export(home.surroundings, to: "home")
        for (table, count) in rowCounts { #expect(told.rowCount(of: table) == count) }
        try await desk.importAll("home", into: abroad.surroundings)
        try await desk.export(abroad.surroundings, to: "abroad")
        #expect(try desk.bytes("abroad") == desk.bytes("home"))
    }

    @Test func `an export that is made while orders come in is one state of the books`() async throws {
        let (desk, town) = (try MoveDesk(), try await Town.open())
        _ = try await ConfirmCodeKey(in: town.surroundings)()
        let abroad = try await desk.newPlace()
        try await withThrowingTaskGroup { group in
            for writer in 0..<4 {
                let customer = Customer(id: Identifier(trusted: "c-\(writer)"), name: "")
                group.addTask {
                    for number in 0..<50 { try await town.order("O-\(writer)-\(number)", of: customer, 10_00) }
                }
            }
            while try await town.entryCount() < 20 { await Task.yield() }
            try await desk.export(town.surroundings, to: "busy")
            try await group.waitForAll()
        }
        let moved = try await desk.importAll("busy", into: abroad.surroundings)
        #expect(moved.rowCount(of: "entry") >= 20)
        #expect(try await abroad.surroundings.audit().findings == [])
    }

    @Test func `an export is for the eyes of its owner, and no file is overwritten by it`() async throws {
        let (desk, town) = (try MoveDesk(), try await Town.open())
        try desk.write(Array("left by one that was cut off".utf8), to: "town.partial")
        try await desk.export(town.surroundings, to: "town")
        let mode = try FileManager.default.attributesOfItem(atPath: desk.path("town"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(!FileManager.default.fileExists(atPath: desk.path("town.partial")))
        let bytes = try desk.bytes("town")
        await #expect(throws: ExportFileRejection.self) { try await desk.export(town.surroundings, to: "town") }
        #expect(try desk.bytes("town") == bytes)
    }

    @Test func `an export that fails leaves nothing behind`() async throws {
        let (desk, town) = (try MoveDesk(), try await Town.open())
        await town.surroundings.database.close()
        await #expect(throws: StorageFailure.self) { try await desk.export(town.surroundings, to: "town") }
        #expect(!FileManager.default.fileExists(atPath: desk.path("town.partial")))
    }
}

/// A page has 500 rows.
private let rowCounts = ["customer": 499, "entry": 500, "member": 501, "order_state": 1_000]

private let strangeTexts = [
    "", "\"quoted\", 'quoted' and \\", "مرحبا שלום \u{202E}", "👩🏽‍🍳🇰🇪 \u{1F600}", "e\u{301} é",
    "\u{1}\u{8}\t\r\n\u{1F}\u{7F}",
    "\u{2028}\u{FEFF}\u{FFFD}\u{10FFFF}", "{\"lines\":[1,null]}",
]
private let strangeIntegers: [Int64] = [0, -1, .max, .min, 9_007_199_254_740_993]

extension MovedTable {
    /// A row unlike all others of its table; where it may have no value, each third time it has none.
    fileprivate func strangeRow(_ number: Int) -> [SQLValue] {
        columns.enumerated().map { place, column in
            if column.isOptional, (number + place) % 3 == 0 { return .null }
            if checkedColumns.contains("\(name).\(column.name)") { return .integer(Int64(number + 1)) }
            let isKey = place < key.count
            switch column.kind {
            case .integer where isKey: return .integer(Int64(number))
            case .integer: return .integer(strangeIntegers[(number + place) % strangeIntegers.count])
            case .text:
                let mark = isKey || uniqueColumns.contains(column.name) ? "\(number)" : ""
                return .text(strangeTexts[(number + place) % strangeTexts.count] + mark)
            case .bytes:
                return .bytes(
                    number == 1 && !isKey && !column.name.hasSuffix("hash")
                        ? [] : [UInt8(number % 256), 0, 255, UInt8(number / 256)])
            }
        }
    }
}

/// What no two rows may have in common.
private let uniqueColumns = ["referral_code", "username", "referee_id", "referrer_id"]
/// What must be above zero.
private let checkedColumns = ["hold.points", "lot.remaining_points"]

extension Town {
    fileprivate func entryCount() async throws -> Int {
        try await surroundings.database.read { connection in try AuditStore(connection).entryCount(in: nil) }
    }
}
