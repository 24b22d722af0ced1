public import Loyalty
public import Storage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Everything an operation works with: the database, the time, randomness, secrets, the shops' zones, the live feed.
///
/// It is the only place where the clock is read and ids are drawn, so that the demo and the tests can set both.
public struct Surroundings: Sendable {
    public let database: any SQLDatabase
    public let now: @Sendable () -> Instant
    /// So many random bytes, fit for secrets.
    public let random: @Sendable (_ count: Int) -> [UInt8]
    public let codeVault: CodeVault
    public let zones: Zones
    public let shops: ShopDirectory
    public let activity: ActivityFeed
    private let ids = IDSource()

    public init(
        database: any SQLDatabase, codeKey: [UInt8], activity: ActivityFeed = ActivityFeed(),
        now: @escaping @Sendable () -> Instant = Surroundings.systemClock,
        random: @escaping @Sendable (Int) -> [UInt8] = Surroundings.systemRandom
    ) {
        self.database = database
        self.now = now
        self.random = random
        self.activity = activity
        codeVault = CodeVault(key: codeKey)
        zones = .shared
        shops = ShopDirectory(database, now: now)
    }

    /// The machine's clock.
    public static let systemClock: @Sendable () -> Instant = {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }

    /// The machine's source of secrets.
    public static let systemRandom: @Sendable (Int) -> [UInt8] = { count in
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        // Eight at a time, because each time asks the system.
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }

    /// The day it is in a shop.
    /// - Throws: ``ShopRejection/timeZoneMustBeKnown`` where this machine does not know the shop's zone.
    public func today(in shop: Shop) throws(ShopRejection) -> Day {
        try zones.zone(named: shop.timeZone).day(of: now())
    }

    /// A new id: 26 symbols that sort by age, unique without asking anybody.
    func newID<Entity>() -> Identifier<Entity> {
        Identifier(trusted: ids.next(at: now(), random: random(10)))
    }
}
