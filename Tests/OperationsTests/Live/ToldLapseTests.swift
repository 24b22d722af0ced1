import Loyalty
import Operations
import Storage
import Synchronization
import Testing

/// Mia's points lapse at midnight, and nobody runs the upkeep: whatever is done next that opens her file finds it, and
/// the watchers of the shop are told, whatever it was done for.
struct ToldLapseTests {
    @Test(arguments: Visit.all)
    func `points that lapse when a file is opened are told`(visit: Visit) async throws {
        let town = try await Town.generous()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        town.clock.set(try #require(Instant("2027-11-02T20:00:00Z")))
        let act = try await visit.prepare(town)
        town.clock.set(try #require(Instant("2027-11-02T21:30:00Z")))
        let told = Told()
        town.surroundings.activity.observe { event in told.add(event) }
        try await act()
        let lapses = told.events.filter { $0.kind == .pointsExpired }
        #expect(lapses.first?.customerID == Town.mia.id, "\(told.events.map(\.kind))")
        #expect(lapses.first?.reference == "2027-11-02")
        let entries = try await town.entries().filter { $0.kind == .expired }
        #expect(lapses.map(\.points) == entries.map(\.points), "each entry is told once")
    }

    @Test func `what a refused act found due is undone with it, and not told`() async throws {
        let town = try await Town.generous()
        try await town.order("A-1", 84_00)
        town.clock.advance(days: 340)
        _ = try await town.upkeep()
        town.clock.advance(days: 26)
        let told = Told()
        town.surroundings.activity.observe { event in told.add(event) }
        await #expect(throws: AdjustmentRejection.self) { try await town.adjust(-85) }
        #expect(told.events == [])
        #expect(try await town.entries().count == 1)
    }
}

/// Something that is prepared before midnight and done after it.
struct Visit: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let prepare: @Sendable (Town) async throws -> (@Sendable () async throws -> Void)

    init(
        _ name: String,
        _ prepare: @escaping @Sendable (Town) async throws -> (@Sendable () async throws -> Void)
    ) {
        testDescription = name
        self.prepare = prepare
    }

    /// Without anything to prepare.
    init(_ name: String, then act: @escaping @Sendable (Town) async throws -> Void) {
        self.init(name) { town in { try await act(town) } }
    }

    static let all = orders + points + rewards + referrals
}

private let orders = [
    Visit("an order", then: { town in try await town.order("A-2", 10_00) }),
    Visit("a state of an order that changes nothing", then: { town in try await town.order("A-1", 84_00) }),
    Visit(
        "an order that is processed again",
        then: { town in
            _ = try await ProcessOrder(in: town.surroundings)(
                Identifier(trusted: "A-1"), nil, in: Town.bakery, by: .person(Town.bakery.ownerID))
        }),
    Visit("an order that is claimed again", then: { town in _ = try await town.claim("A-1", for: Town.mia.id) }),
]

private let points = [
    Visit("points given by hand", then: { town in try await town.adjust(5) }),
    Visit("a review", then: { town in try await town.report("review", "R-1") }),
    Visit("a tier given by hand", then: { town in try await town.grantGold() }),
    Visit("a tier taken back") { town in
        try await town.grantGold()
        return { try await GrantTier(in: town.surroundings).end(of: Town.mia.id, in: Town.bakery, actor: "amina") }
    },
    Visit("a hold") { town in
        // Given before midnight, so that there is something to hold after it.
        try await town.adjust(10)
        return { _ = try await town.hold(5) }
    },
    Visit("a hold that is confirmed") { town in
        let hold = try await town.hold(20, seconds: 86_400)
        return { _ = try await town.confirm(hold) }
    },
    Visit("a hold that is confirmed again") { town in
        let hold = try await town.confirm(try await town.hold(20, seconds: 86_400))
        return { _ = try await town.confirm(hold) }
    },
    Visit("a hold that is released") { town in
        let hold = try await town.hold(20, seconds: 86_400)
        return { _ = try await town.release(hold) }
    },
]

private let rewards = [
    Visit("a redemption") { town in
        let coffee = try await town.coffee()
        try await town.adjust(60)
        return { _ = try await town.redeem(coffee) }
    },
    Visit("a code that is used") { town in
        let code = try await town.redeem(try await town.coffee()).code
        return { _ = try await UseCode(in: town.surroundings)(code, for: nil, in: Town.bakery, actor: "amina") }
    },
    Visit("a redemption that is cancelled") { town in
        let redemption = try await town.redeem(try await town.coffee()).redemption
        return {
            _ = try await CancelRedemption(in: town.surroundings)(
                redemption.id, of: Town.mia.id, in: Town.bakery, actor: "mia")
        }
    },
]

private let referrals = [
    Visit("a claim of a friend's code", then: { town in try await town.claim(by: Town.mia, from: Town.juma) }),
    Visit("a friend's order that completes a referral") { town in
        try await town.claim()
        return { try await town.order("B-1", of: Town.juma, 40_00) }
    },
    Visit("a referral that the owner rejects") { town in
        let referral = try await town.claim().referral
        return { _ = try await town.review(referral.id, .reject) }
    },
]

extension Town {
    fileprivate func adjust(_ points: Int64) async throws {
        _ = try await AdjustPoints(in: surroundings)(
            Points(points), reason: "Goodwill", to: Self.mia.id, in: Self.bakery, actor: "amina")
    }

    fileprivate func grantGold() async throws {
        try await GrantTier(in: surroundings)(
            "gold", through: Day("2028-01-31")!, reason: "A friend", to: Self.mia.id, in: Self.bakery, actor: "amina")
    }
}

/// What the watchers were told, in order.
private final class Told: Sendable {
    private let list = Mutex<[ActivityEvent]>([])

    var events: [ActivityEvent] { list.withLock { $0 } }

    func add(_ event: ActivityEvent) { list.withLock { $0.append(event) } }
}
