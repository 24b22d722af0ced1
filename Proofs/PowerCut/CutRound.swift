import CFaultyDisk
import Foundation
import Loyalty
import SQLiteEngine
import Storage

/// One run of orders, during which the power is cut again and again: each cut leaves an image of the files behind, and
/// the run goes on.
struct CutRound {
    private static let peopleCount = 16
    private static let millisecondsBetweenCuts: ClosedRange<UInt64> = 4...25

    let cutCount: Int
    let seed: UInt64
    let isSynced: Bool

    /// What a cut left, and what had been promised before it.
    private struct Image {
        let folder: URL
        let promised: [Order.ID: Points]
    }

    func callAsFunction() async throws -> Damage {
        let folder = try TemporaryFolder()
        let disk = try folder.making("disk")
        guard faulty_disk_watch(disk.path) == 0 else { throw CutFailure(words: "the disk cannot be watched") }
        let bakery = try await Bakery.open(at: disk.appending(path: "tuzo.db").path, isSynced: isSynced)
        try await bakery.checkpoint(every: seed % 2 == 0 ? 60 : 400)
        let load = OrderLoad()
        let running = Task { await load.run(Self.peopleCount, at: bakery) }
        var images: [Image] = []
        for number in 0..<cutCount {
            try await Task.sleep(for: .milliseconds(pause(before: number)))
            let image = Image(folder: try folder.making("cut-\(number)"), promised: load.acknowledged.snapshot)
            guard faulty_disk_cut(image.folder.path, seed &* 1_000 &+ UInt64(number)) == 0 else {
                throw CutFailure(words: "an image cannot be written")
            }
            images.append(image)
        }
        load.stop()
        await running.value
        await bakery.database.close()
        var damage = Damage()
        for image in images { damage.add(await check(image)) }
        return damage
    }

    private func pause(before number: Int) -> UInt64 {
        let range = Self.millisecondsBetweenCuts
        return range.lowerBound + (seed &* 31 &+ UInt64(number) &* 17) % UInt64(range.count)
    }

    /// Opens an image as a server would after the power is back, and orders once more.
    private func check(_ image: Image) async -> Damage {
        do {
            let bakery = try await Bakery.open(at: image.folder.appending(path: "tuzo.db").path)
            _ = try await bakery.order(-1)
            let damage = try await bakery.damage(against: image.promised)
            await bakery.database.close()
            return damage
        } catch {
            var damage = Damage()
            damage.findings.append("it does not open: \(error)")
            return damage
        }
    }
}

/// Why the rig itself cannot go on.
struct CutFailure: Error {
    let words: String
}
