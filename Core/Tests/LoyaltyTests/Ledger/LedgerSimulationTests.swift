import Testing

@testable import Loyalty

@Suite struct LedgerSimulationTests {
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func `after every step of a random history everything in the books fits`(seed: UInt64) throws {
        var history = RandomHistory(seed: seed)
        for step in 1...100 {
            history.step()
            let findings = history.books.members.values.flatMap { $0.findings(at: history.books.now) }
            try #require(findings == [], "seed \(seed), step \(step): \(history.lastStep)")
        }
    }

    @Test func `the histories come by all that can happen`() {
        var kinds: Set<EntryKind> = []
        var sights: Set<String> = []
        for seed in 1...40 as ClosedRange<UInt64> {
            var history = RandomHistory(seed: seed)
            for _ in 1...100 {
                history.step()
                if history.lastStep.contains(": ") { sights.insert("refusal") }
            }
            for books in history.books.members.values {
                kinds.formUnion(books.entries.map(\.kind))
                if books.entries.contains(where: { $0.balanceAfter < .zero }) { sights.insert("debt") }
                if books.orders.values.contains(where: { $0.shortfall > .zero }) { sights.insert("shortfall") }
                if !books.tierChanges.isEmpty { sights.insert("tier change") }
                if books.member.hasLeft { sights.insert("leaving") }
                if books.undidLeaving { sights.insert("refund after leaving") }
            }
        }
        #expect(sights == ["refusal", "debt", "shortfall", "tier change", "leaving", "refund after leaving"])
        #expect(
            kinds == [
                .earnedPurchase, .reversedPurchase, .redeemedProduct, .redeemedDiscount, .redeemedBonus, .earnedBonus,
                .reversedRedemption, .adjustment, .expired,
            ])
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `when every order is cancelled at last, nothing of them is left`(seed: UInt64) throws {
        var history = RandomHistory(seed: seed)
        for _ in 1...100 { history.step() }
        try history.undoAll()
        for books in history.books.members.values {
            #expect(books.history.total == 0, "seed \(seed)")
            #expect(books.member.orderCount == 0, "seed \(seed)")
            #expect(books.member.tierKey == "bronze", "seed \(seed)")
            #expect(books.orders.values.allSatisfy { $0.posted == $0.shortfall }, "seed \(seed)")
            #expect(books.findings(at: history.books.now) == [], "seed \(seed)")
        }
    }
}

extension MemberBooks {
    /// Whether points that were lost by leaving were brought back for a refund.
    fileprivate var undidLeaving: Bool {
        let lost = entries.filter(\.isOfLeaving).flatMap { uses[$0.sequence] ?? [] }.map(\.lotSequence)
        return entries.filter(\.undoesExpiry).contains { entry in
            (uses[entry.sequence] ?? []).contains { lost.contains($0.lotSequence) }
        }
    }
}
