import CFaultyDisk
import Foundation
import SQLiteEngine
import Storage

/// A disk that is full, or fails, for a while under load, and recovers.
struct FaultRound {
    private static let peopleCount = 8
    private static let faultMilliseconds: UInt64 = 250
    /// What goes wrong, and what writers must be told then.
    private static let faults: [(fault: Int, told: String)] = [
        (FAULTY_DISK_FULL, "full"), (FAULTY_DISK_WRITE_ERROR, "unavailable"), (FAULTY_DISK_SYNC_ERROR, "unavailable"),
    ]

    /// - Returns: What was not as it should be, in words.
    func callAsFunction() async throws -> [String] {
        let folder = try TemporaryFolder()
        let disk = try folder.making("disk")
        guard faulty_disk_watch(disk.path) == 0 else { throw CutFailure(words: "the disk cannot be watched") }
        let bakery = try await Bakery.open(at: disk.appending(path: "tuzo.db").path)
        try await bakery.checkpoint(every: 200)
        let load = OrderLoad()
        let running = Task { await load.run(Self.peopleCount, at: bakery) }
        var wrong: [String] = []
        for (fault, told) in Self.faults { wrong += try await play(Int32(fault), told, load, bakery) }
        load.stop()
        await running.value
        let damage = try await bakery.damage(against: load.acknowledged.snapshot)
        if !damage.isNone { wrong.append("afterwards \(damage.lost) are lost, \(damage.changed) changed") }
        wrong += damage.findings
        await bakery.database.close()
        let strangers = load.refused.keys.filter { key in !Self.faults.contains { key.hasPrefix($0.told) } }
        return wrong + strangers.map { "somebody was told: \($0)" }
    }

    private func play(
        _ fault: Int32, _ told: String, _ load: OrderLoad, _ bakery: Bakery
    ) async throws -> [String] {
        try await Task.sleep(for: .milliseconds(Self.faultMilliseconds))
        let refusedBefore = load.refused
        faulty_disk_fail(fault)
        try await Task.sleep(for: .milliseconds(Self.faultMilliseconds))
        var wrong: [String] = []
        let promised = load.acknowledged.snapshot
        // Reads go on: everything promised is there to be seen.
        if try await bakery.damage(against: promised).lost > 0 { wrong.append("fault \(fault): reads lost something") }
        faulty_disk_fail(Int32(FAULTY_DISK_HEALTHY))
        if load.refused.filter({ $0.key.hasPrefix(told) }) == refusedBefore.filter({ $0.key.hasPrefix(told) }) {
            wrong.append("fault \(fault): nobody was told")
        }
        try await Task.sleep(for: .milliseconds(Self.faultMilliseconds))
        if load.acknowledged.snapshot.count <= promised.count { wrong.append("fault \(fault): it does not recover") }
        return wrong
    }
}
