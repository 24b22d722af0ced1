import Loyalty
import Storage
import Synchronization

/// How many members are active. They are counted by an index, which takes a moment where they are very many; such a
/// count is remembered for a minute.
public final class ActiveCounts: Sendable {
    public struct Counts: Hashable, Sendable {
        /// Members who were active in the period.
        public let active: Int64
        /// Members who were active last in the period before, and have been quiet since.
        public let quiet: Int64
    }

    private struct Key: Hashable {
        let shop: Shop.ID
        let period: Period
    }

    private struct Memory {
        let counts: Counts
        let until: Instant
    }

    private let memories = Mutex<[Key: Memory]>([:])

    public init() {}

    func counts(
        of period: Period, in shop: Shop.ID, _ zone: Zone, at now: Instant, _ connection: any SQLConnection
    ) throws -> Counts {
        let key = Key(shop: shop, period: period)
        if let known = memories.withLock({ $0[key] }), now < known.until { return known.counts }
        let (start, startBefore) = (zone.start(of: period.first), zone.start(of: period.before.first))
        let report = ActivityReport(connection)
        let counts = Counts(
            active: try report.memberCount(in: shop, from: start, before: .distantFuture),
            quiet: try report.memberCount(in: shop, from: startBefore, before: start))
        guard counts.active + counts.quiet >= countedQuicklyMax else { return counts }
        memories.withLock { memories in
            if memories.count >= memoriesMax { memories.removeAll() }
            memories[key] = Memory(counts: counts, until: now.adding(seconds: memorySeconds))
        }
        return counts
    }
}

/// So many are counted in about a millisecond.
private let countedQuicklyMax: Int64 = 50_000
private let memorySeconds: Int64 = 60
private let memoriesMax = 1_000

extension Instant {
    fileprivate static let distantFuture = Instant(milliseconds: .max)
}
