import Testing

@testable import Loyalty

@Suite struct ReleaseExpiredHoldsTests {
    private func hold(_ id: String, of points: Int64, until end: Instant) -> Hold {
        Hold(
            id: Identifier(trusted: id), customerID: mia, points: Points(points), rewardID: nil, reference: "",
            actor: "key:till", heldAt: noon(on: openingDay), expiresAt: end)
    }

    @Test func `a hold ends by itself when its time is over, to the millisecond`() {
        let now = noon(on: openingDay)
        var saver = member()
        saver.held = Points(70)
        let over = hold("H-1", of: 30, until: now)
        let live = hold("H-2", of: 40, until: Instant(milliseconds: now.milliseconds + 1))
        let ended = saver.releaseExpired([over, live], at: now)
        #expect(ended.map(\.id) == [over.id])
        #expect(ended.map(\.outcome) == [.expired(at: over.expiresAt)])
        #expect(saver.held == Points(40))
        #expect(over.status(at: now) == .expired)
        #expect(live.status(at: now) == .live)
    }

    @Test func `what has ended already is not released again`() {
        var saver = member()
        var released = hold("H-1", of: 30, until: noon(on: openingDay))
        released.outcome = .released(at: noon(on: openingDay), by: "key:till")
        #expect(saver.releaseExpired([released], at: noon(on: openingDay + 1)).isEmpty)
        #expect(saver.held == .zero)
    }
}
