import Loyalty
import Testing

struct TillInputTests {
    private let code = RedemptionCode(random: 123_456_789)

    @Test func `a code is one however it is typed`() {
        for text in [code.grouped, code.symbols, code.grouped.lowercased(), code.grouped.replacing("-", with: " ")] {
            #expect(TillInput(text) == .code(code))
        }
    }

    @Test func `a code with a wrong symbol is told apart from words`() {
        var symbols = Array(code.symbols)
        symbols[2] = symbols[2] == "7" ? "8" : "7"
        #expect(TillInput(String(symbols)) == .mistypedCode(String(symbols)))
    }

    @Test(arguments: ["tuzo:member:7KD3M9QX", "TUZO:MEMBER:7kd3m-9qx", "tuzo:member:7KD3M 9QX"])
    func `the QR of a member is known by what stands before the code`(text: String) {
        #expect(TillInput(text) == .member(referralCode: "7KD3M9QX"))
    }

    @Test(arguments: [
        "mia", "Mia Odhiambo", "mia@example.org", "+254 700 000042", "42", "", "tuzo:", "7KD3M-9QX2A", "🚲 Kühn",
        "7KD3M9QX2AVB4RX", "member:7KD3M9QX",
    ])
    func `everything else is words`(text: String) { #expect(TillInput(text) == .words(text)) }
}
