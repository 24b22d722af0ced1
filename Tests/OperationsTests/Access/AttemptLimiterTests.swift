import Loyalty
import Storage
import Testing

@testable import Operations

struct AttemptLimiterTests {
    @Test func `attempts are counted when they begin, and right ones are taken back`() async throws {
        let town = try await Town.empty()
        let limiter = AttemptLimiter(in: town.surroundings, attemptsMax: 3, windowSeconds: 60)
        for _ in 1...10 { await limiter.forgive(try await limiter.begin(["account:mia", "address:1"])) }
        for _ in 1...3 { _ = try await limiter.begin(["account:mia", "address:1"]) }
        await #expect(throws: AttemptRejection(retryAfterSeconds: 60)) { try await limiter.begin(["account:mia"]) }
        _ = try await limiter.begin(["account:juma", "address:2"])
        town.clock.advance(seconds: 5)
        await #expect(throws: AttemptRejection(retryAfterSeconds: 55)) {
            try await limiter.begin(["account:juma", "address:1"])
        }
        town.clock.advance(seconds: 55)
        for _ in 1...3 { _ = try await limiter.begin(["account:mia", "address:1"]) }
        await #expect(throws: AttemptRejection(retryAfterSeconds: 60)) { try await limiter.begin(["account:mia"]) }
    }

    @Test func `of 64 attempts at once on two servers no more come through than may`() async throws {
        let town = try await Town.empty()
        let limiters = [AttemptLimiter(in: town.surroundings), AttemptLimiter(in: try town.another())]
        let begun = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    let attempt = try? await limiters[number % 2].begin(["account:mia", "address:\(number)"])
                    return attempt != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(begun == 10)
        let restarted = AttemptLimiter(in: try town.another())
        await #expect(throws: AttemptRejection(retryAfterSeconds: 600)) { try await restarted.begin(["account:mia"]) }
    }

    @Test func `an attempt is taken back from its own window, and from no later one`() async throws {
        let town = try await Town.empty()
        let limiter = AttemptLimiter(in: town.surroundings, attemptsMax: 1, windowSeconds: 60)
        let slow = try await limiter.begin(["account:mia"])
        town.clock.advance(seconds: 60)
        _ = try await limiter.begin(["account:mia"])
        await limiter.forgive(slow)
        await #expect(throws: AttemptRejection(retryAfterSeconds: 60)) { try await limiter.begin(["account:mia"]) }
    }

    @Test func `attempts at passwords and at codes are counted apart`() async throws {
        let town = try await Town.empty()
        let limiter = AttemptLimiter(in: town.surroundings)
        for _ in 1...10 { _ = try await limiter.begin(["address:10.0.0.1"]) }
        await #expect(throws: RedemptionStateRejection.redemptionMustExist) {
            try await CodeGuesses(in: town.surroundings).count(
                by: .person(Town.mia.id), from: "10.0.0.1", in: Town.bakery.id, at: town.clock.now
            ) { throw RedemptionStateRejection.redemptionMustExist }
        }
    }

    @Test func `windows that have ended are deleted by the attempts after them`() async throws {
        let town = try await Town.empty()
        let limiter = AttemptLimiter(in: town.surroundings)
        for number in 1...300 { _ = try await limiter.begin(["account:\(number)", "address:\(number)"]) }
        #expect(try await town.windowCount > 550)
        town.clock.advance(seconds: 600)
        for number in 1...7 { _ = try await limiter.begin(["account:\(number)"]) }
        #expect(try await town.windowCount == 7)
    }

    @Test func `names and addresses are counted in so many slots and no more`() {
        let numbers = (0...255).map { byte in
            AttemptSlot(hash: [UInt8](repeating: UInt8(byte), count: 32)).sqlValue
        }
        #expect(Set(numbers).count == 256)
        for case .integer(let number) in numbers { #expect((0..<1 << 20).contains(number)) }
    }
}

extension Town {
    fileprivate var windowCount: Int {
        get async throws {
            try await surroundings.database.read { connection in
                try connection.first("SELECT COUNT(*) FROM attempt_window") { row in try row.count() } ?? 0
            }
        }
    }
}
