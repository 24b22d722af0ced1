import Testing

@testable import Loyalty

@Suite struct DecideProgramTests {
    private func save(
        _ program: Program, after newest: ProgramVersion?, holders: [String: Int64] = [:], on today: Day = openingDay
    ) throws(ProgramRejection) -> ProgramVersion {
        try decideProgram(program, after: newest, holders: holders, on: today, at: noon(on: today), by: "amina")
    }

    @Test func `what changes nothing is no version`() throws {
        let first = try save(program(), after: nil)
        #expect(first.number == 1)
        #expect(try save(program(), after: first) == first)
        #expect(try save(program { $0.name = "Crumbs" }, after: first).number == 2)
    }

    @Test func `whoever looked at an older version is told, unless they want what is in force already`() throws {
        func save(_ program: Program, after newest: ProgramVersion?, basedOn base: Int?) throws -> ProgramVersion {
            try decideProgram(
                program, after: newest, basedOn: base, holders: [:], on: openingDay, at: noon(on: openingDay),
                by: "amina")
        }
        let first = try save(program(), after: nil, basedOn: 0)
        let second = try save(program { $0.name = "Crumbs" }, after: first, basedOn: 1)
        for base in [0, 1, 3] {
            #expect(throws: ProgramRejection(.versionMustBeTheNewest)) {
                try save(program { $0.name = "Slices" }, after: second, basedOn: base)
            }
            #expect(try save(program { $0.name = "Crumbs" }, after: second, basedOn: base) == second)
        }
        #expect(throws: ProgramRejection(.versionMustBeTheNewest)) {
            try save(program(), after: nil, basedOn: 1)
        }
        #expect(try save(program { $0.name = "Slices" }, after: second, basedOn: nil).number == 3)
        #expect(ProgramRejection(.versionMustBeTheNewest).kind == .conflict)
    }

    @Test func `a tier stays while members hold it, or were granted it`() throws {
        let first = try save(program(), after: nil)
        let removed = program { $0.tiers.ladder = TierLadder(Array(standardLadder.tiers.prefix(2))) }
        #expect(throws: ProgramRejection(.tierMustNotBeHeld, field: "tiers.platinum")) {
            try save(removed, after: first, holders: ["bronze": 9, "platinum": 1])
        }
        #expect(ProgramRejection(.tierMustNotBeHeld).kind == .conflict)
        #expect(try save(removed, after: first, holders: ["bronze": 9, "gold": 0]).number == 2)
        #expect(throws: ProgramRejection(.thresholdsMustRise, field: "tiers.silver.threshold")) {
            let falling = TierLadder([standardLadder[0], standardLadder[0].called("silver")])
            _ = try save(program { $0.tiers.ladder = falling }, after: first, holders: ["gold": 1])
        }
    }

    @Test func `a version keeps the tier policies before it that place members otherwise`() throws {
        let first = try save(program(), after: nil)
        let renamed = try save(
            program { $0.tiers.ladder = TierLadder(standardLadder.tiers.map { $0.called($0.key) }) }, after: first)
        #expect(renamed.earlierTiers.isEmpty)
        let lifetime = try save(program { $0.tiers.period = .lifetime }, after: renamed, on: day("2026-11-05"))
        #expect(lifetime.earlierTiers == [EarlierTiers(policy: first.program.tiers, lastDay: day("2026-11-05"))])
        let back = try save(program(), after: lifetime, on: day("2026-11-05"))
        let again = try save(program { $0.tiers.period = .lifetime }, after: back, on: day("2026-11-05"))
        #expect(again.earlierTiers.count == 2, "the same policy on the same day is kept once")
        let named = try save(
            program {
                $0.tiers.period = .lifetime
                $0.name = "Crumbs"
            }, after: again, on: day("2026-12-05"))
        #expect(named.earlierTiers == again.earlierTiers)
    }

    @Test func `a clock that steps back keeps the policies in order, and a hundred are kept`() throws {
        var newest = try save(program(), after: nil)
        for number in 1...120 {
            let today = openingDay + (number % 7 == 0 ? number - 30 : number)
            newest = try save(program { $0.tiers.graceDays = number }, after: newest, on: today)
        }
        #expect(newest.earlierTiers.count == EarlierTiers.countMax)
        #expect(newest.earlierTiers.map(\.lastDay) == newest.earlierTiers.map(\.lastDay).sorted())
    }
}

extension Tier {
    fileprivate func called(_ key: String) -> Tier {
        Tier(key: key, name: key.uppercased(), threshold: threshold, multiplier: .one, benefits: ["Tea"])
    }
}
