import Foundation
import Loyalty
import Operations
import SQLiteEngine
import Storage
import Synchronization
import TestDatabase
import Testing

/// A backup is one whole state of the books, whatever is written while it is made.
@Suite(.onlyInFiles)
struct LoadedBackupTests {
    @Test func `a backup made under load is in order, and has every total of one moment`() async throws {
        let town = try await Town.open()
        _ = try await SaveProgram(in: town.surroundings)(in: Town.bakery, actor: "amina") { program in
            var program = program
            program.tiers = TierPolicy(ladder: TierLadder([program.tiers.ladder[0]]))
            return program
        }
        let database = try #require(town.surroundings.database as? SQLiteDatabase)
        for number in 0..<200 { try await town.order("A-\(number)", of: customer(number), 42_00) }
        let closing = ClosingTime()
        let copies = FileManager.default.temporaryDirectory.appending(path: "tuzo-copies-\(UUID())")
        try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: copies) }
        try await withThrowingTaskGroup { group in
            for writer in 0..<8 {
                group.addTask {
                    var number = 0
                    while !closing.hasCome {
                        try await town.order("B-\(writer)-\(number)", of: customer(number), 42_00)
                        number += 1
                    }
                }
            }
            for number in 0..<5 {
                let path = copies.appending(path: "copy-\(number).db").path
                let before = try await Totals(of: town.surroundings)
                try await database.backup(to: path)
                let after = try await Totals(of: town.surroundings)
                try await expectOrder(in: path, between: before, and: after)
            }
            closing.come()
            try await group.waitForAll()
        }
        let path = copies.appending(path: "last.db").path
        try await database.backup(to: path)
        let last = try await Totals(of: town.surroundings)
        try await expectOrder(in: path, between: last, and: last)
    }

    /// Restores the copy, and lets the books of the restored town prove themselves.
    private func expectOrder(in path: String, between before: Totals, and after: Totals) async throws {
        let restored = try SQLiteDatabase.open(path: path)
        let surroundings = Surroundings(database: restored, codeKey: [UInt8](repeating: 7, count: 32))
        #expect(try await surroundings.audit().findings == [])
        let totals = try await Totals(of: surroundings)
        #expect((before.orders...after.orders).contains(totals.orders))
        #expect(totals.points == totals.orders * 42, "every order has its points, and no point is without an order")
        await restored.close()
    }
}

/// When the writers go home.
private final class ClosingTime: Sendable {
    private let isOver = Mutex(false)

    var hasCome: Bool { isOver.withLock { $0 } }

    func come() { isOver.withLock { $0 = true } }
}

/// What the bakery's members have together.
private struct Totals: Equatable {
    var orders: Int64 = 0
    var points: Int64 = 0

    init(of surroundings: Surroundings) async throws {
        let rows = try await surroundings.database.read { connection in
            try MemberReport(connection).members(in: Town.bakery.id, search: nil, after: nil, limit: 500)
        }
        for row in rows {
            orders += row.member.orderCount
            points += row.member.balance.count
        }
    }
}

/// One of four hundred.
private func customer(_ number: Int) -> Customer { Customer(id: Identifier(trusted: "c-\(number % 400)"), name: "") }
