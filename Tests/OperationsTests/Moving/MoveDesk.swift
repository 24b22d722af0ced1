import Foundation
import Loyalty
import Operations
import Storage
import TestDatabase

/// A folder for exports, and what goes out of databases and into them through it.
final class MoveDesk: Sendable {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tuzo-move-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// An empty database: in a file, or wherever this run is about.
    func newPlace(inFile: Bool = false) async throws -> NewPlace {
        let ground = try await TestDatabase.migrated(below: inFile ? folder : nil)
        return NewPlace(ground: ground, surroundings: Self.surroundings(of: ground.database))
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    @discardableResult
    func export(_ surroundings: Surroundings, to name: String) async throws -> MoveSummary {
        try await ExportInstallation(in: surroundings)(to: ExportFile(path: path(name)), version: "0.1.0")
    }

    @discardableResult
    func importAll(_ name: String, into surroundings: Surroundings) async throws -> MoveSummary {
        try await ImportInstallation(in: surroundings)(from: ExportSource(path: path(name)))
    }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

    /// The lines of an export, without what ends them.
    func lines(_ name: String) throws -> [String] {
        String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    }

    static func surroundings(of database: any SQLDatabase, key: UInt8 = 7) -> Surroundings {
        Surroundings(
            database: database, codeKey: [UInt8](repeating: key, count: 32), now: { Instant("2026-11-02T12:00:00Z")! })
    }
}

/// A database that an installation may move into. It goes when this does.
struct NewPlace: Sendable {
    let ground: TestDatabase
    let surroundings: Surroundings

    /// The names of the tables that have rows.
    func filledTables() async throws -> [String] {
        try await ground.database.read { connection in
            try MovedTable.all.filter { try !MoveStore(connection).isEmpty($0) }.map(\.name)
        }
    }
}
