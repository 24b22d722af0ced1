import Testing

@testable import Loyalty

@Suite struct EnrolmentTests {
    @Test func `joining brings the sign-up bonus, which expires like points that were earned that day`() throws {
        let decision = decideEnrolment(mia(joining: openingDay), under: version(3, of: welcoming()))
        let welcome = try #require(decision.welcome)
        #expect(decision.member.balance == Points(100))
        #expect(decision.member.sequence == 1)
        #expect(decision.member == welcome.member)
        #expect(welcome.posting.entry.kind == .earnedSignup)
        #expect(welcome.posting.entry.reference == "signup")
        #expect(welcome.posting.entry.programVersion == 3)
        #expect(welcome.posting.opens?.expiresOn == openingDay + 365)
        #expect(
            welcome.bonus
                == Bonus(
                    eventKey: "signup", reference: Identifier(trusted: "signup"), occurredOn: openingDay,
                    entrySequence: 1, points: Points(100)))
    }

    @Test func `without a program, or while it is off, joining brings nothing`() {
        for program in [nil, version(of: program()), version(of: program { $0.isActive = false })] {
            let decision = decideEnrolment(mia(joining: openingDay), under: program)
            #expect(decision.welcome == nil)
            #expect(decision.member.sequence == 0)
            #expect(decision.member.tierKey == (program == nil ? "" : "bronze"))
        }
    }

    @Test(arguments: [(0, "bronze"), (1, "iron")])
    func `who joins on the day of a new ladder begins where that of the morning led`(days: Int, tier: String) {
        let morning = program {
            $0.tiers.ladder = TierLadder([Tier(name: "Bronze", threshold: money("0"), multiplier: rate("1"))])
        }
        let evening = program { program in
            program.tiers.ladder = TierLadder([
                Tier(name: "Iron", threshold: money("0"), multiplier: rate("1")),
                Tier(name: "Bronze", threshold: money("100"), multiplier: rate("1")),
            ])
        }
        let newest = ProgramVersion(
            number: 2, savedAt: noon(on: openingDay), author: "amina", program: evening,
            earlierTiers: [EarlierTiers(policy: morning.tiers, lastDay: openingDay)])
        #expect(decideEnrolment(mia(joining: openingDay + days), under: newest).member.tierKey == tier)
    }

    @Test func `a birthday lies between 1900 and today, wherever today is`() throws {
        let now = noon(on: openingDay)
        for birthday in ["1900-01-01", "2026-11-02", "2026-11-03"] {
            try validateCustomer(born(birthday), at: now)
        }
        #expect(throws: CustomerRejection(.birthdayMustNotBeInTheFuture, field: "birthday")) {
            try validateCustomer(born("2026-11-04"), at: now)
        }
        #expect(throws: CustomerRejection(.birthdayMustBeSince1900, field: "customer.birthday")) {
            try validateCustomer(born("1899-12-31"), at: now, field: "customer.birthday")
        }
    }
}

private func welcoming() -> Program { program { $0.bonuses.signup = Points(100) } }

private func born(_ birthday: String) -> Customer { Customer(id: mia, name: "Mia", birthday: day(birthday)) }

private func mia(joining joined: Day) -> Enrolment {
    Enrolment(
        customerID: mia, shopID: bakery.id, joinedOn: joined, referralCode: "7KD3M9QX",
        occasion: BonusOccasion(
            occurredAt: noon(on: joined), occurredOn: joined, now: noon(on: joined), actor: "platform"))
}
