import ExactJSON
import Testing

@Suite struct ExactLinesTests {
    @Test(arguments: [
        ("", []), ("{}", []), ("{}\n", ["{}"]), ("\n\r\n\n", ["", "\r", ""]), ("a\r\nb\nc", ["a\r", "b"]),
        ("\u{FEFF}{}\n", ["\u{FEFF}{}"]),
    ])
    func `lines are read byte by byte, and what no line feed ends is none`(text: String, expected: [String]) throws {
        let file = try RecordFile(text)
        let reader = try ExactLines(path: file.path)
        var lines: [String] = []
        while let line = try reader.next(max: 100) { lines.append(String(decoding: line, as: UTF8.self)) }
        #expect(lines.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    }

    @Test func `lines of every length come whole, wherever the pieces end that a file is read in`() throws {
        let lengths = [0, 1, 262_143, 262_144, 262_145, 0, 600_000, 7]
        let lines = lengths.map { String(repeating: "x", count: $0) }
        let file = try RecordFile(lines.map { $0 + "\n" }.joined())
        let reader = try ExactLines(path: file.path)
        for line in lines { #expect(try reader.next(max: 1_000_000)?.count == line.utf8.count) }
        #expect(try reader.next(max: 1_000_000) == nil)
    }

    @Test func `of a line that is too long no more is kept than tells it`() throws {
        let file = try RecordFile(String(repeating: "x", count: 3_000_000) + "\n")
        let line = try #require(try ExactLines(path: file.path).next(max: 1_000))
        #expect((1_001...300_000).contains(line.count))
    }
}
