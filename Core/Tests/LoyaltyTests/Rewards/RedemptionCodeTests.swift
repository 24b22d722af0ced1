import Testing

@testable import Loyalty

private let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
private let checkSymbols = symbols + Array("*~$=U")

@Suite struct RedemptionCodeTests {
    /// A few hundred codes, with the lowest, the highest and each check symbol among them.
    private var sample: [RedemptionCode] {
        var dice = Dice(seed: 2026)
        let random = (0..<200).map { _ in UInt128(dice.next()) << 64 | UInt128(dice.next()) }
        let all = [0, 1, 31, 32, (1 << 65) - 1, 1 << 64, .max] + (0..<37).map { UInt128($0) } + random
        return all.map { RedemptionCode(random: $0) }
    }

    @Test func `a code is 13 symbols of Crockford's base 32 and his check symbol`() {
        for (random, code) in [
            (0, "00000-00000-0000"), (1, "00000-00000-0011"), (32, "00000-00000-010*"), (36, "00000-00000-014U"),
            (37, "00000-00000-0150"), ((1 << 65) - 1, "ZZZZZ-ZZZZZ-ZZZQ"),
        ] as [(UInt128, String)] {
            #expect(RedemptionCode(random: random).grouped == code)
        }
    }

    @Test func `only 65 bits count`() {
        #expect(RedemptionCode(random: 1 << 65 | 7) == RedemptionCode(random: 7))
        #expect(RedemptionCode(random: 1 << 64 | 7) != RedemptionCode(random: 7))
        #expect(RedemptionCode(random: .max) == RedemptionCode(random: (1 << 65) - 1))
    }

    @Test func `a code reads as itself, with or without hyphens and blanks, in upper or lower case`() throws {
        for code in sample {
            let spaced = code.grouped.map { $0 == "-" ? " " : String($0) }.joined()
            for typed in [code.symbols, code.grouped, code.grouped.lowercased(), spaced, "-\(code.symbols) "] {
                #expect(try RedemptionCode(typed: typed) == code, "\(typed)")
            }
        }
    }

    @Test func `the letters that look like digits are read as those`() throws {
        let code = RedemptionCode(random: 1 << 60 | 1)
        #expect(code.symbols.hasPrefix("1000"))
        for (digit, letters) in [("0", "Oo"), ("1", "IiLl")] as [(Character, String)] {
            for letter in letters {
                let typed = String(code.symbols.map { $0 == digit ? letter : $0 })
                #expect(try RedemptionCode(typed: typed) == code, "\(typed)")
            }
        }
    }

    @Test func `every single wrong symbol is caught, or reads as the same code`() {
        for code in sample.prefix(60) {
            let right = Array(code.symbols)
            var passed: [String] = []
            for place in right.indices {
                let wrong = (place == 13 ? checkSymbols : symbols) + ["O", "I", "L"]
                for symbol in wrong where symbol != right[place] {
                    var typed = right
                    typed[place] = symbol
                    let read = Result { try RedemptionCode(typed: String(typed)) }
                    if !isCaught(read, or: code) { passed.append(String(typed)) }
                }
            }
            #expect(passed == [], "\(code.grouped)")
        }
    }

    @Test func `two neighbours that change places are caught`() {
        for code in sample {
            let right = Array(code.symbols)
            for place in 0..<12 where right[place] != right[place + 1] {
                var typed = right
                typed.swapAt(place, place + 1)
                #expect(throws: CodeRejection.codeMustNotBeMistyped) { try RedemptionCode(typed: String(typed)) }
            }
        }
    }

    @Test(arguments: [
        "", "-", "0000000000000", "000000000000000", "7KD3M-9QX2A-VB4", "7KD3M-9QX2A-VB4RR", "U0000-00000-0000",
        "*0000-00000-0000", "00000-00000-00é0", "00000_00000_0000", "０0000-00000-0000", "🥐0000-00000-0000",
    ])
    func `what has not 14 symbols is no code`(typed: String) {
        #expect(throws: CodeRejection.codeMustHave14Symbols) { try RedemptionCode(typed: typed) }
    }

    @Test func `a text of a million symbols is no code`() {
        #expect(throws: CodeRejection.codeMustHave14Symbols) {
            try RedemptionCode(typed: String(repeating: "0", count: 1_000_000))
        }
    }

    @Test func `an unknown check symbol is a typing error`() {
        for symbol in ["#", "é", "🥐", "0\u{301}"] {
            #expect(throws: CodeRejection.codeMustNotBeMistyped) { try RedemptionCode(typed: "0000000000000\(symbol)") }
        }
    }
}

private func isCaught(_ read: Result<RedemptionCode, any Error>, or code: RedemptionCode) -> Bool {
    switch read {
    case .success(let same): same == code
    case .failure(let error): error as? CodeRejection == .codeMustNotBeMistyped
    }
}
