import Testing

@testable import Loyalty

@Suite struct BirthdayBonusTests {
    @Test func `a birthday is every year, and on 28 February for who was born on the 29th where there is none`() {
        for row in rows(
            """
            2026-11-02  1990-11-02  yes
            2026-11-02  1900-11-02  yes
            2026-11-02  2025-11-02  yes
            2026-11-02  2026-11-02  no
            2026-11-02  1990-11-03  no
            2026-02-28  1992-02-29  yes
            2026-02-28  1990-02-28  yes
            2026-03-01  1992-02-29  no
            2028-02-29  1992-02-29  yes
            2028-02-28  1992-02-29  no
            2028-02-28  1990-02-28  yes
            2100-02-28  2000-02-29  yes
            2026-12-31  1970-12-31  yes
            2026-01-01  1969-12-31  no
            """)
        {
            #expect(day(row[0]).birthdays.contains(day(row[1])) == (row[2] == "yes"), "\(row)")
        }
        #expect(day("2026-11-02").birthdays.count == 126)
    }

    @Test func `the bonus is given for the day, once a calendar year`() throws {
        let gift = try #require(
            decideBirthdayBonus(on: birthday("2026-11-10"), to: member(), under: version(2, of: festive())))
        #expect(gift.posting.entry.kind == .earnedBirthday)
        #expect(gift.posting.entry.occurredAt == noon(on: day("2026-11-10")))
        #expect(gift.posting.entry.actor == "tuzo")
        #expect(gift.posting.opens?.expiresOn == day("2026-11-10") + 365)
        #expect(gift.bonus.reference.text == "2026")
        #expect(gift.member.balance == Points(50))
    }

    @Test func `who joined after the birthday gets nothing for it, nor who has a full account`() {
        let joined = member(joined: day("2026-11-10"))
        #expect(decideBirthdayBonus(on: birthday("2026-11-09"), to: joined, under: version(of: festive())) == nil)
        #expect(decideBirthdayBonus(on: birthday("2026-11-10"), to: joined, under: version(of: festive())) != nil)
        var full = member()
        (full.balance, full.earned) = (.limit, .limit)
        #expect(decideBirthdayBonus(on: birthday("2026-11-10"), to: full, under: version(of: festive())) == nil)
    }

    @Test func `a program that is off, or gives nothing, gives nothing`() {
        for version in [nil, version(of: program()), version(of: festive { $0.isActive = false })] {
            #expect(decideBirthdayBonus(on: birthday("2026-11-10"), to: member(), under: version) == nil)
        }
    }
}

private func festive(_ edit: (inout Program) -> Void = { _ in }) -> Program {
    program {
        $0.bonuses.birthday = Points(50)
        edit(&$0)
    }
}

private func birthday(_ text: String) -> BonusOccasion {
    BonusOccasion(
        occurredAt: noon(on: day(text)), occurredOn: day(text), now: noon(on: day("2026-12-01")), actor: "tuzo")
}
