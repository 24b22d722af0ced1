public import Loyalty
import Storage

/// Seals the books of shops, once a day: for work that is done on a schedule.
///
/// Safe to call at any time, again after a failure, and by several servers at once. Days that were missed are covered
/// by the seal of the latest day. Members are read page by page, so it needs memory for a page and holds nobody up.
public struct SealShops: Sendable {
    private static let shopsMax = 100
    private static let membersMax = 5_000

    private let surroundings: Surroundings

    public init(in surroundings: Surroundings) { self.surroundings = surroundings }

    /// Seals every shop that has entries, up to its last day that ended ten minutes ago or earlier.
    /// - Throws: ``StorageFailure``.
    public func callAsFunction() async throws {
        var last: Shop.ID?
        repeat {
            let shops = try await surroundings.database.read { [last] connection in
                try ShopStore(connection).shops(after: last, limit: Self.shopsMax)
            }
            for shop in shops { try await callAsFunction(shop) }
            last = shops.count < Self.shopsMax ? nil : shops.last?.id
        } while last != nil
    }

    /// Seals one shop.
    /// - Returns: The new seal; `nil` where the day has its seal already, or there is nothing to be sealed.
    /// - Throws: ``StorageFailure``, or ``ShopRejection/timeZoneMustBeKnown``.
    @discardableResult
    public func callAsFunction(_ shop: Shop) async throws -> Seal? {
        let now = surroundings.now()
        let zone = try surroundings.zones.zone(named: shop.timeZone)
        let day = zone.day(of: now.adding(seconds: -Seal.pauseSeconds)) - 1
        let end = zone.start(of: day + 1)
        let newest = try await surroundings.database.read { connection in
            try SealStore(connection).seals(in: shop.id, limit: 1).first?.seal
        }
        if let newest, newest.day >= day || newest.coversBefore >= end { return nil }
        // From here on what the seal will cover cannot change, and pages can be read one after another.
        try await surroundings.database.write(in: shop.id) { connection in
            try SealStore(connection).close(before: end, in: shop.id)
        }
        let contents = try await contents(of: shop.id, before: end)
        guard contents.memberCount > 0 else { return nil }
        let seal = Seal(
            shopID: shop.id, number: (newest?.number ?? 0) + 1, day: day, coversBefore: end, contents: contents)
        return try await surroundings.database.write(in: shop.id) { connection in
            let store = SealStore(connection)
            // Another server may have been faster.
            guard try store.seals(in: shop.id, limit: 1).first?.seal == newest else { return nil }
            try store.append(seal, at: now)
            return seal
        }
    }

    private func contents(of shop: Shop.ID, before end: Instant) async throws -> SealedContents {
        var digest = SealDigest()
        var last: Customer.ID?
        repeat {
            let members = try await surroundings.database.read { [last] connection in
                try SealStore(connection).members(after: last, in: shop, before: end, limit: Self.membersMax)
            }
            for member in members { digest.add(member) }
            last = members.count < Self.membersMax ? nil : members.last?.customerID
        } while last != nil
        return digest.contents
    }
}
