import Foundation
import Loyalty
import Operations
import Storage

/// Where a test imports files into the bakery, in a town of its own.
final class ImportDesk: Sendable {
    let town: Town
    private let folder: URL

    init() async throws {
        town = try await Town.open()
        folder = FileManager.default.temporaryDirectory.appending(path: "tuzo-import-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file and gives its path.
    func write(_ text: String, as name: String = "orders.csv") throws -> String {
        try write(Array(text.utf8), as: name)
    }

    func write(_ bytes: [UInt8], as name: String = "orders.csv") throws -> String {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Imports the file, refused lines into `<path>.rejected`.
    @discardableResult
    func importOrders(_ path: String, report: (ImportTally) -> Void = { _ in }) async throws -> ImportTally {
        let file = try OrderFile(path: path, format: OrderFile.Format(path: path) ?? .csv)
        let rejected = try RejectedFile(path: path + ".rejected")
        return try await ImportOrders(in: town.surroundings)(
            from: file, into: Town.bakery, actor: "import", refuse: rejected.append, report: report)
    }

    /// What went to the file of refused lines; `nil` where there is none.
    func rejected(_ path: String) throws -> [String]? {
        guard FileManager.default.fileExists(atPath: path + ".rejected") else { return nil }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path + ".rejected"))
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// All members of the bakery with their latest hash, so that anything that changed would show.
    func ledger() async throws -> [String] {
        try await town.surroundings.database.read { connection in
            let report = EntryReport(connection)
            return try ImportDesk.members(connection).map { row in
                let entries = try report.entries(of: row.member.customerID, in: Town.bakery.id, below: nil, limit: 1)
                return "\(row.name) \(row.member) \(entries.first?.hash ?? [])"
            }
        }
    }

    /// What each member has, without what is drawn at random.
    func balances() async throws -> [String] {
        try await town.surroundings.database.read { connection in
            try ImportDesk.members(connection).map(\.member).map { member in
                "\(member.customerID) \(member.balance) \(member.tierKey) \(member.orderCount)"
            }
        }
    }

    private static func members(_ connection: any SQLConnection) throws -> [NamedMember] {
        try MemberReport(connection).members(in: Town.bakery.id, search: nil, after: nil, limit: 10_000)
    }
}

/// Orders of many customers over a year, so that many of them rise.
enum ManyOrders {
    static func csv(count: Int) -> String {
        let rows = (0..<count).map { number in
            let day = Day.newYear(of: 2026) + number * 300 / count
            return "O-\(number),c\(number * 7 % 40),\(20 + number * 13 % 300).\(10 + number % 90),\(day)T08:00:00Z"
        }
        return (["order_id,customer_id,total,placed_at"] + rows).joined(separator: "\n") + "\n"
    }
}
