import Loyalty
import Testing

@testable import Web

struct WordTests {
    @Test func `every language has every text, with the same holes`() throws {
        let catalogues = try Catalogue.all()
        let english = try #require(catalogues.first { $0.language == .english })
        #expect(Set(catalogues.map(\.language)) == Set(Language.allCases))
        for words in catalogues {
            #expect(words.keys == english.keys, "\(words.language)")
            for key in english.keys {
                #expect(holes(in: words.text(key)) == holes(in: english.text(key)), "\(key) in \(words.language)")
            }
        }
    }

    @Test func `a line that is no text, and a key that comes twice, are found`() {
        #expect(throws: CatalogueFault.lineMustBeAText(2)) { try Catalogue(.english, parsing: "a = b\nc") }
        #expect(throws: CatalogueFault.keyMustNotRepeat("a")) { try Catalogue(.english, parsing: "a = b\na = c") }
    }

    @Test func `numbers choose their words`() throws {
        let words = try Catalogue(.english, parsing: "# comment\n\nday.one = {count} day\nday.other = {count} days")
        #expect(words.count("day", 1) == "1 day")
        #expect(words.count("day", 0) == "0 days")
        #expect(words.count("day", 12_345) == "12,345 days")
    }

    @Test(arguments: [
        (0, "KES", "KSh\u{A0}0.00"), (5, "KES", "KSh\u{A0}0.05"), (199_900, "KES", "KSh\u{A0}1,999.00"),
        (-123_456_789, "EUR", "−€1,234,567.89"), (1_000, "JPY", "¥1,000"), (1_250, "KWD", "KWD\u{A0}1.250"),
    ])
    func `money is written as people write it`(minorUnits: Int64, currency: String, text: String) throws {
        #expect(try english().money(Money(minorUnits: minorUnits, Currency(currency))) == text)
    }

    @Test(arguments: [
        (0, "0"), (1_200, "1,200"), (10_000, "10k"), (12_345, "12,345"), (500_000, "500k"), (1_000_000, "1M"),
        (2_500_000, "2.5M"), (5_000_000, "5M"), (-20_000_000, "−20M"), (1_000_000_001, "1,000,000,001"),
    ])
    func `a tick of an axis is as short as it can be said exactly`(number: Int64, text: String) throws {
        #expect(try english().short(number) == text)
    }

    @Test func `points and days are written as people say them`() throws {
        let wording = try english()
        let today = try #require(Day("2026-11-25"))
        #expect(wording.points(Points(1)) == "1 point")
        #expect(wording.points(Points(-1_234)) == "−1,234 points")
        #expect(wording.signed(Points(84)) == "+84")
        #expect(wording.signed(Points(-30)) == "−30")
        #expect(wording.day(today) == "25\u{A0}Nov\u{A0}2026")
        #expect(
            [0, 1, 2, 30, 31].map { wording.coming(today + $0, from: today) } == [
                "today", "tomorrow", "in 2 days", "in 30 days", "26\u{A0}Dec\u{A0}2026",
            ])
        #expect([0, 1, 2].map { wording.past(today - $0, from: today) } == ["today", "yesterday", "2 days ago"])
    }

    @Test(arguments: [
        (nil, Language.english), ("", .english), ("sw", .swahili), ("sw-KE,sw;q=0.9,en;q=0.8", .swahili),
        ("en;q=0.8, sw;q=0.9", .swahili), ("de, en;q=0.5, sw;q=0.4", .english), ("sw;q=0, en", .english),
        ("sw;q=zero", .swahili), (";;;,,q=", .english), ("sw;q=99999999999999999", .swahili),
        ("sw;q=-99999999999999999, en;q=0.5", .swahili), ("sw;q=1.-1", .swahili), ("sw;q=0.-99, en", .english),
    ])
    func `a browser is answered in the language it likes best`(header: String?, language: Language) {
        #expect(Language(acceptedBy: header) == language)
    }

    private func english() throws -> Wording { Wording(try #require(try Catalogue.all().first)) }

    private func holes(in text: String?) -> Set<Substring> {
        Set((text ?? "").matches(of: /\{\w+\}/).map(\.output))
    }
}
