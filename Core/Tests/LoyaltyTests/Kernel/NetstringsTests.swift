import Loyalty
import Testing

@Suite struct NetstringsTests {
    @Test func `texts, bytes and numbers are written with their length in bytes`() {
        var fields = Netstrings()
        fields.append("Café")
        fields.append([1, 2, 3])
        for number in [0, -7, 1_000, .max, .min] as [Int64] { fields.append(number) }
        fields.append(nil)
        let spelled = "5:Café,3:\u{1}\u{2}\u{3},1:0,2:-7,4:1000,19:9223372036854775807,20:-9223372036854775808,0:,"
        #expect(String(decoding: fields.bytes, as: UTF8.self) == spelled)
    }

    @Test func `the same memory serves again`() {
        var fields = Netstrings()
        fields.append("first")
        fields.removeAll()
        fields.append("second")
        #expect(String(decoding: fields.bytes, as: UTF8.self) == "6:second,")
    }
}
