import ExactJSON
import Testing

@Suite struct LineReaderTests {
    @Test(arguments: [
        ("", []), ("\n\r\n\n", []), ("{}", ["1: {}"]), ("{}\n", ["1: {}"]),
        ("a\r\n\r\nb\nc", ["1: a", "3: b", "4: c"]),
        ("\u{FEFF}{}\n", ["1: {}"]), ("a\rb\n", ["1: a\rb"]),
    ])
    func `lines are read without their ends, and empty ones skipped`(text: String, expected: [String]) throws {
        let file = try RecordFile(text)
        let reader = try LineReader(path: file.path)
        var lines: [String] = []
        while let line = try reader.next() {
            lines.append("\(line.line): \(String(decoding: try line.content.get(), as: UTF8.self))")
        }
        #expect(lines == expected)
        #expect(reader.offset == reader.byteCount)
    }

    @Test func `a line beyond the limit is rejected, and the next one is read`() throws {
        let limit = 1_048_576
        for (count, isTaken) in [(limit, true), (limit + 1, false), (limit * 3, false)] {
            let file = try RecordFile(String(repeating: "x", count: count) + "\nMia\n")
            let reader = try LineReader(path: file.path)
            let first = try #require(try reader.next())
            #expect(first.raw.count == min(count, limit))
            switch first.content {
            case .success: #expect(isTaken)
            case .failure(let rejection): #expect(!isTaken && rejection.rule == .recordMustNotBeTooLong)
            }
            #expect(try reader.next()?.raw == Array("Mia".utf8))
        }
    }

    @Test func `bytes that are not UTF-8 reach whoever reads the line`() throws {
        let file = try RecordFile([0x22, 0xFF, 0x22, 0x0A])
        let line = try #require(try LineReader(path: file.path).next())
        let bytes = try line.content.get()
        #expect(bytes == [0x22, 0xFF, 0x22])
        #expect(throws: JSONRejection.self) { try JSONValue(parsing: bytes) }
    }
}
