import Foundation
import GRDB
import Storage

extension SQLiteDatabase {
    private static let pagesPerStep: Int32 = 256

    /// Copies the database, as it is when the copy begins, into a new file, while others go on reading and writing.
    /// - Parameter progress: Told now and then how many pages are copied, and of how many.
    /// - Throws: ``StorageFailure``, also where the file exists already. A copy that failed leaves no file.
    public func backup(
        to path: String, progress: @escaping @Sendable (_ copied: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws {
        try await onReader { connection in
            guard !FileManager.default.fileExists(atPath: path) else {
                throw StorageFailure.unavailable("\(path) exists already")
            }
            // The first read settles which state is copied; without it every commit would make the copy start over.
            try connection.execute("SELECT 1 FROM sqlite_schema")
            do {
                try StorageFailure.translating(path) { try Self.copy(connection.database, to: path, progress) }
            } catch {
                for leftover in [path, path + "-journal"] { unlink(leftover) }
                throw error
            }
        }
    }

    private static func copy(_ source: Database, to path: String, _ progress: @escaping (Int, Int) -> Void) throws {
        let copy = try DatabaseQueue(path: path)
        defer { do { try copy.close() } catch {} }
        try copy.writeWithoutTransaction { target in
            try source.backup(to: target, pagesPerStep: pagesPerStep) { step in
                progress(step.completedPageCount, step.totalPageCount)
            }
        }
    }
}
