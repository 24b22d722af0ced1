import CFaultyDisk
import Foundation
import Testing

/// A disk that fails on demand, under every database in one folder of this process and under no other.
enum FaultyDisk {
    /// What goes wrong, and what callers must be told then.
    struct Fault: Sendable, CustomTestStringConvertible {
        let code: Int32
        let status: Int
        let problem: String
        let testDescription: String
    }

    static let faults = [
        Fault(
            code: Int32(FAULTY_DISK_FULL), status: 507, problem: "storage_must_have_room",
            testDescription: "the disk is full"),
        Fault(
            code: Int32(FAULTY_DISK_WRITE_ERROR), status: 503, problem: "storage_must_be_available",
            testDescription: "writes fail"),
        Fault(
            code: Int32(FAULTY_DISK_SYNC_ERROR), status: 503, problem: "storage_must_be_available",
            testDescription: "syncs fail"),
    ]

    /// The folder that is watched, made once: the watch forgets files of databases that are still open.
    static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tuzo-faulty-disk-\(UUID())")
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {}
        #expect(faulty_disk_watch(folder.path) == 0)
        return folder
    }()

    static func fail(_ fault: Fault) { faulty_disk_fail(fault.code) }

    /// Fails once so many more commits are done.
    static func fail(_ fault: Fault, afterCommits commits: Int) { faulty_disk_fail_after(UInt64(commits), fault.code) }

    static func recover() { faulty_disk_fail(Int32(FAULTY_DISK_HEALTHY)) }
}
