import Dispatch
import Loyalty
import Storage
import TestDatabase
import Testing

/// Which transactions wait for one another where several threads, of several servers, write.
@Suite(.onlyOnServers)
struct ScopeTests {
    private static let bakery = Shop.ID(trusted: "bakery")
    private static let bookshop = Shop.ID(trusted: "bookshop")

    private let ground: TestDatabase
    /// The same database, as another server has it open.
    private let other: any SQLDatabase

    init() async throws {
        ground = try await TestDatabase.empty()
        other = try #require(try ground.another())
        try await StampCard.open(ground.database)
        try await ground.database.write { connection in try StampCard.issue(to: "Mia", on: connection) }
    }

    /// Reads a number and writes the next one, as decisions do.
    private static func stamp(_ connection: any SQLConnection) throws {
        let stamps = try connection.first("SELECT stamps FROM card WHERE customer = 'Mia'") { row in try row.integer() }
        try connection.execute("UPDATE card SET stamps = \((stamps ?? 0) + 1) WHERE customer = 'Mia'")
    }

    @Test(arguments: [WriteScope.shop(bakery), .people, .everything])
    func `nothing that two servers write in one scope is lost`(scope: WriteScope) async throws {
        let databases = [ground.database, other]
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask { try await databases[number % 2].write(in: scope, Self.stamp) }
            }
            try await group.waitForAll()
        }
        let stamps = try await other.read { try $0.first("SELECT stamps FROM card") { row in try row.integer() } }
        #expect(stamps == 200)
    }

    @Test func `one shop does not wait for another`() async throws {
        let held = await HeldScope(ground.database, .shop(Self.bakery))
        try await other.write(in: Self.bookshop) { connection in try StampCard.issue(to: "Juma", on: connection) }
        try await ground.database.write(in: .people) { connection in try StampCard.issue(to: "Asha", on: connection) }
        try await held.letGo()
        #expect(try await StampCard.customers(other) == ["Asha", "Juma", "Mia"])
    }

    @Test(arguments: [(WriteScope.everything, WriteScope.shop(bakery)), (.shop(bakery), .everything)])
    func `who may write anything waits for all, and all wait for them`(
        first: WriteScope, second: WriteScope
    ) async throws {
        let held = await HeldScope(ground.database, first)
        let waiting = Task { [other] in
            try await other.write(in: second) { connection in try StampCard.customers(connection) }
        }
        try await held.letGo { connection in try StampCard.issue(to: "Juma", on: connection) }
        #expect(try await waiting.value == ["Juma", "Mia"])
    }

    @Test func `a transaction of one shop cannot name another`() async throws {
        await #expect(throws: StorageFailure.self) {
            try await ground.database.write(in: Self.bakery) { connection in
                _ = try connection.execute("UPDATE card SET stamps = 9 WHERE customer = \(Self.bookshop)")
            }
        }
        try await ground.database.write(in: Self.bakery) { connection in
            _ = try connection.execute("UPDATE card SET stamps = 9 WHERE customer = \(Self.bakery)")
        }
    }

    @Test func `two servers that start at once migrate once`() async throws {
        async let one = Migrations.apply(to: ground.database)
        async let two = Migrations.apply(to: other)
        let applied = try await (one, two)
        #expect(Set(applied.0).isDisjoint(with: applied.1))
        try await other.read(Migrations.requireCurrent)
        #expect(!(applied.0 + applied.1).isEmpty)
    }
}

/// Keeps a scope to itself until it is let go.
private struct HeldScope {
    private let gate = DispatchSemaphore(value: 0)
    private let next = Handed()
    private let holding: Task<Void, any Error>

    init(_ database: any SQLDatabase, _ scope: WriteScope) async {
        let (begun, begin) = AsyncStream.makeStream(of: Void.self)
        holding = Task { [gate, next] in
            try await database.write(in: scope) { connection in
                // Only a statement takes the locks, because none before it is waited for.
                _ = try StampCard.count(connection)
                begin.yield()
                gate.wait()
                gate.signal()
                try next.body(connection)
            }
        }
        for await _ in begun { break }
    }

    /// - Parameter last: What is done at the last moment.
    func letGo(_ last: @escaping @Sendable (any SQLConnection) throws -> Void = { _ in }) async throws {
        next.hand(last)
        gate.signal()
        try await holding.value
    }
}
