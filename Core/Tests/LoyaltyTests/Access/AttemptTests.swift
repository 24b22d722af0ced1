import Testing

@testable import Loyalty

@Suite struct AttemptTests {
    private let noon = Instant("2026-11-02T12:00:00Z")!

    private func window(_ count: Int, for seconds: Int64 = 600) -> AttemptWindow {
        AttemptWindow(count: count, endsAt: noon.adding(seconds: seconds))
    }

    /// How long the next attempt has to wait; 0 for not at all.
    private func wait(_ limits: [(AttemptWindow?, Int)], at now: Instant? = nil) -> Int64 {
        do {
            try decideAttempt(under: limits.map { (window: $0.0, attemptsMax: $0.1) }, at: now ?? noon)
            return 0
        } catch { return error.retryAfterSeconds }
    }

    private func wait(caller: AttemptWindow?, address: AttemptWindow?, shop: AttemptWindow?) -> Int64 {
        do {
            try decideGuess(of: caller, from: address, in: shop, at: noon)
            return 0
        } catch { return error.retryAfterSeconds }
    }

    @Test(arguments: [(0, Int64(0)), (9, 0), (10, 600), (11, 600)])
    func `as many attempts come through as there may be`(count: Int, seconds: Int64) {
        #expect(wait([(window(count), 10)]) == seconds)
        #expect(wait([(nil, 10), (window(count), 10)]) == seconds)
    }

    @Test func `a full window is waited for to its end, and the longest counts`() {
        #expect(wait([(window(10, for: 5), 10), (window(10, for: 7), 10), (window(9, for: 9), 10)]) == 7)
        let full = AttemptWindow(count: 10, endsAt: Instant(milliseconds: noon.milliseconds + 1))
        #expect(wait([(full, 10)]) == 1, "a part of a second is one")
        #expect(wait([(full, 10)], at: full.endsAt) == 0)
        #expect(wait([(full, 10)], at: full.endsAt.adding(seconds: 1)) == 0)
    }

    @Test(arguments: [
        (0, 0, 0, true), (9, 29, 99, true), (10, 10, 10, false), (0, 30, 30, false), (1, 1, 99, true),
        (0, 0, 100, true), (0, 29, 1_000, true), (1, 1, 100, false), (1, 0, 101, false),
    ])
    func `a caller has ten guesses, an address thirty, and in a shop of a hundred who never guessed goes on`(
        caller: Int, address: Int, shop: Int, mayLook: Bool
    ) {
        #expect((wait(caller: window(caller), address: window(address), shop: window(shop)) == 0) == mayLook)
    }

    @Test func `what was guessed at a shop before its window ended is forgotten`() {
        #expect(wait(caller: window(1), address: nil, shop: window(100, for: 0)) == 0)
        #expect(wait(caller: window(1), address: nil, shop: window(100, for: 1)) == 600)
        #expect(wait(caller: nil, address: nil, shop: nil) == 0)
    }
}
