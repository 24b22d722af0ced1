import Storage
import Testing

struct HexadecimalTests {
    @Test func `all bytes come back from their digits`() {
        let bytes = (0...255).map { UInt8($0) }
        let text = Hexadecimal.text(of: bytes)
        #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff"))
        #expect(Hexadecimal.bytes(of: text) == bytes)
        #expect(Hexadecimal.bytes(of: "") == [])
    }

    @Test(arguments: ["0", "abc", "0G", "AB", "0x", "é0", " 0", "00 "])
    func `other texts are no bytes`(text: String) { #expect(Hexadecimal.bytes(of: text) == nil) }
}
