import Foundation

/// A folder for one database, in memory where the machine has a file system there, and gone with this value.
final class MemoryFolder {
    let url: URL

    init() throws {
        let memory = URL(filePath: "/dev/shm")
        let isThere = FileManager.default.isWritableFile(atPath: memory.path)
        let parent = isThere ? memory : FileManager.default.temporaryDirectory
        url = parent.appending(path: "tuzo-simulation-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: url) } catch {}
    }

    var databasePath: String { url.appending(path: "simulation.db").path }
}
