import Testing

@testable import Loyalty

@Suite struct BonusTests {
    @Test func `each rule of a bonus is named, and the first that is broken is the one that is told`() {
        refuse(.bonusTimeMustNotBeInTheFuture, "occurred_at", .badInput, at: "2026-11-03", "party", program: nil)
        refuse(.bonusTimeMustBeSince1970, "occurred_at", .badInput, at: "1969-12-31", "party", program: nil)
        refuse(.programMustBeActive, nil, .conflict, "party", program: nil)
        refuse(.programMustBeActive, nil, .conflict, "party", program: version(of: generous { $0.isActive = false }))
        refuse(.bonusEventMustExist, "event", .missing, "party")
        refuse(.bonusMustBeOn, "event", .conflict, "survey", count: 9)
        refuse(.bonusLimitMustNotBeReached, "event", .conflict, "review", count: 2, full: true)
        refuse(.bonusLimitMustNotBeReached, "event", .conflict, "newsletter", count: 1)
        refuse(.bonusMustFitTheAccount, nil, .conflict, "review", count: 1, full: true)
        for own in ["signup", "birthday"] {
            refuse(.bonusEventMustExist, "event", .missing, own)
        }
    }

    @Test func `a review and an event of the shop's own, as they are written down`() throws {
        for (event, kind, words, points) in [
            ("review", EntryKind.earnedReview, "Review", Points(10)),
            ("newsletter", .earnedBonus, "Our newsletter", Points(20)),
        ] {
            let gift = try decideBonus(for: claim(event), to: member(), under: version(4, of: generous()), after: 0)
            let entry = gift.posting.entry
            #expect(entry.kind == kind)
            #expect(entry.description == words)
            #expect(entry.points == points)
            #expect(entry.balanceAfter == points)
            #expect(entry.reference == "N-1")
            #expect(entry.programVersion == 4)
            #expect(gift.bonus.eventKey == event)
            #expect(gift.bonus.entrySequence == entry.sequence)
            #expect(gift.posting.opens?.expiresOn == openingDay + 365)
        }
    }

    @Test func `a bonus covers a debt first, and expires by the day it is for`() throws {
        var mia = member()
        mia.balance = Points(-15)
        let gift = try decideBonus(
            for: claim("newsletter", at: "2026-10-01"), to: mia, under: version(of: generous()), after: 0)
        #expect(gift.member.balance == Points(5))
        #expect(gift.posting.opens?.remaining == Points(5))
        #expect(gift.posting.opens?.expiresOn == day("2026-10-01") + 365)
        #expect(gift.bonus.occurredOn == day("2026-10-01"))
    }
}

private func generous(_ edit: (inout Program) -> Void = { _ in }) -> Program {
    program {
        $0.bonuses.review = BonusRule(points: Points(10), limit: 2, period: .week)
        $0.bonuses.events = [
            BonusEvent(key: "newsletter", name: "Our newsletter", rule: BonusRule(points: Points(20), period: .ever)),
            BonusEvent(key: "survey", name: "Survey", rule: BonusRule()),
        ]
        edit(&$0)
    }
}

private func claim(_ event: String, at occurred: String = "2026-11-02") throws(BonusRejection) -> BonusClaim {
    try BonusClaim(
        eventKey: event, reference: Identifier(trusted: "N-1"),
        occasion: BonusOccasion(
            occurredAt: instant(occurred), occurredOn: instant(occurred).utcDay, now: noon(on: openingDay),
            actor: "platform"))
}

private func refuse(
    _ rule: BonusRejection.Rule, _ field: String?, _ kind: RejectionKind, at occurred: String = "2026-11-02",
    _ event: String, program: ProgramVersion? = version(of: generous()), count: Int64 = 0, full: Bool = false,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(BonusRejection(rule).field == field, sourceLocation: sourceLocation)
    #expect(BonusRejection(rule).kind == kind, sourceLocation: sourceLocation)
    var mia = member()
    if full { (mia.balance, mia.earned) = (.limit, .limit) }
    let result = Result { () throws(BonusRejection) in
        try decideBonus(for: claim(event, at: occurred), to: mia, under: program, after: count)
    }
    guard case .failure(let rejection) = result else {
        Issue.record("given against \(rule)", sourceLocation: sourceLocation)
        return
    }
    #expect(rejection.rule == rule, sourceLocation: sourceLocation)
}
