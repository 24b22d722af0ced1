import Foundation
import SQLiteEngine
import Storage
import Synchronization
import TestDatabase
import Testing

@Suite(.onlyInFiles)
struct BackupTests {
    private let folder: EngineFolder
    private let database: SQLiteDatabase
    private var copyPath: String { folder.path + "/copy.db" }

    init() async throws {
        folder = try EngineFolder()
        database = try await StampCard.open(in: folder)
        try await database.write { connection in
            for number in 0..<50_000 { try StampCard.issue(to: "customer number \(number)", on: connection) }
        }
    }

    @Test func `a copy made while others write is one whole state`() async throws {
        let steps = Mutex<[Int]>([])
        let writing = Task { [database] in
            var number = 0
            while !Task.isCancelled {
                let customer = "new \(number)"
                try await database.write { connection in try StampCard.issue(to: customer, on: connection) }
                number += 1
            }
        }
        try await database.backup(to: copyPath) { copied, total in
            steps.withLock { $0.append(copied) }
            #expect(copied <= total)
        }
        writing.cancel()
        try await writing.value
        let seen = steps.withLock { $0 }
        #expect(seen.count > 1 && seen == seen.sorted())
        await database.close()
        try await expectWhole(copyPath)
    }

    @Test func `one who only reads can make the copy, beside the writer`() async throws {
        let reader = try SQLiteDatabase.openReadOnly(path: folder.database)
        try await reader.backup(to: copyPath)
        await reader.close()
        try await expectWhole(copyPath)
        await database.close()
    }

    @Test func `a copy overwrites nothing, and one that fails leaves nothing`() async throws {
        try Data("precious".utf8).write(to: URL(filePath: copyPath))
        await #expect(throws: StorageFailure.unavailable("\(copyPath) exists already")) {
            try await database.backup(to: copyPath)
        }
        #expect(try Data(contentsOf: URL(filePath: copyPath)) == Data("precious".utf8))
        await #expect(throws: StorageFailure.self) { try await database.backup(to: folder.path + "/missing/copy.db") }
        await database.close()
        await #expect(throws: StorageFailure.closed) { try await database.backup(to: folder.path + "/late.db") }
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/late.db"))
    }

    private func expectWhole(_ path: String) async throws {
        let copy = try SQLiteDatabase.open(path: path)
        let (verdict, count) = try await copy.read { connection in
            (try connection.first("PRAGMA integrity_check") { row in try row.text() }, try StampCard.count(connection))
        }
        #expect(verdict == "ok")
        #expect(count >= 50_000)
        await copy.close()
    }
}
