import ExactJSON
import Foundation
import Loyalty
import Testing

/// All records of a file with three columns: `line: a|b|c`, or `line: code <raw>`.
private func records(_ body: [UInt8], header: String = "a,b,c\n") throws -> [String] {
    let file = try RecordFile(Array(header.utf8) + body)
    let reader = try CSVReader(path: file.path)
    var lines: [String] = []
    while let record = try reader.next() {
        switch record.content {
        case .success(let fields): lines.append("\(record.line): \(fields.joined(separator: "|"))")
        case .failure(let rejection):
            #expect(rejection.sentence.hasSuffix("."))
            lines.append("\(record.line): \(rejection.code) <\(String(decoding: record.raw, as: UTF8.self))>")
        }
    }
    #expect(reader.offset == reader.byteCount)
    return lines
}

private func records(_ body: String) throws -> [String] { try records(Array(body.utf8)) }

/// The same numbers in every run.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 33
    }
}

@Suite struct CSVReaderTests {
    @Test(arguments: [
        ("1,2,3\n", ["2: 1|2|3"]), ("1,2,3", ["2: 1|2|3"]), ("1,2,3\r\n4,5,6\r\n", ["2: 1|2|3", "3: 4|5|6"]),
        (",,\n", ["2: ||"]), ("\n\n1,2,3\n\r\n4,5,6\n\n", ["4: 1|2|3", "6: 4|5|6"]), ("", []), ("\r\n", []),
        (#""1","x,y","say ""hi""""#, ["2: 1|x,y|say \"hi\""]), (#""","","""""""#, ["2: ||\"\""]),
        ("\"\",\"\",\"\"\r\n", ["2: ||"]), ("1,\"two\r\nlines\n\",3\r\n4,5,6", ["2: 1|two\r\nlines\n|3", "5: 4|5|6"]),
        ("1, 2 ,\t3\n", ["2: 1| 2 |\t3"]), ("Mia 🎂,مريم,é\n", ["2: Mia 🎂|مريم|é"]), ("a\rb,2,3\n", ["2: a\rb|2|3"]),
    ])
    func `what RFC 4180 allows is read`(body: String, expected: [String]) throws {
        #expect(try records(body) == expected)
    }

    @Test(arguments: [
        ("1,2\n4,5,6\n", ["2: record_must_have_one_field_per_column <1,2>", "3: 4|5|6"]),
        ("1,2,3,4\n4,5,6\n", ["2: record_must_have_one_field_per_column <1,2,3,4>", "3: 4|5|6"]),
        ("1,2\",3\r\n4,5,6\n", ["2: quotes_must_enclose_the_whole_field <1,2\",3>", "3: 4|5|6"]),
        ("1,\"2\"x,3\n4,5,6\n", ["2: quoted_field_must_end_at_a_comma <1,\"2\"x,3>", "3: 4|5|6"]),
        ("1,\"2 ,3\n4,5,6\n7,8,9\n", ["2: quoted_field_must_be_closed <1,\"2 ,3>", "3: 4|5|6", "4: 7|8|9"]),
        ("1,\"2,3\r\n4,\"5\",6\n", ["2: quoted_field_must_end_at_a_comma <1,\"2,3>", "3: 4|5|6"]),
        ("\"1\",\",\",\"\"\"", ["2: quoted_field_must_be_closed <\"1\",\",\",\"\"\">"]),
        ("1,2,3\n4,5,\"6", ["2: 1|2|3", "3: quoted_field_must_be_closed <4,5,\"6>"]),
        ("1,\"x\ny\",3\",4\n4,5,6\n", ["2: quotes_must_enclose_the_whole_field <1,\"x\ny\",3\",4>", "4: 4|5|6"]),
        ("1,\"x\ny\"\n4,5,6\n", ["2: record_must_have_one_field_per_column <1,\"x\ny\">", "4: 4|5|6"]),
    ])
    func `a record that cannot be read is handed over as it stands, and the rest is read`(
        body: String, expected: [String]
    ) throws {
        #expect(try records(body) == expected)
    }

    @Test func `a record that is not UTF-8 keeps its bytes`() throws {
        let broken: [UInt8] = Array("1,caf".utf8) + [0xE9, 0xFF] + Array(",3".utf8)
        let file = try RecordFile(Array("a,b,c\n".utf8) + broken + Array("\r\n4,5,6\n".utf8))
        let reader = try CSVReader(path: file.path)
        let record = try #require(try reader.next())
        #expect(record.raw == broken)
        #expect(record.line == 2)
        #expect(throws: RecordRejection.self) { try record.content.get() }
        #expect(try reader.next()?.content.get() == ["4", "5", "6"])
        let end = try reader.next()
        #expect(end?.line == nil)
    }

    @Test func `a byte order mark is skipped`() throws {
        let file = try RecordFile([0xEF, 0xBB, 0xBF] + Array("order_id,total\r\nA-1,19.99".utf8))
        let reader = try CSVReader(path: file.path)
        #expect(reader.header == ["order_id", "total"])
        #expect(try reader.next()?.content.get() == ["A-1", "19.99"])
    }

    @Test(arguments: [
        ("", "header_is_required"), ("\n\n", "header_is_required"), ("a,b,a\n1,2,3", "header_must_not_repeat_a_column"),
        ("a,\"b\n1,2", "quoted_field_must_be_closed"),
    ])
    func `a file without a sound header is refused`(text: String, code: String) throws {
        let file = try RecordFile(text)
        let rejection = #expect(throws: RecordRejection.self) { try CSVReader(path: file.path) }
        #expect(rejection?.code == code)
    }

    @Test(arguments: ["/missing/orders.csv", FileManager.default.temporaryDirectory.path])
    func `what is no file is refused by its name`(path: String) {
        let rejection = #expect(throws: FileRejection.self) { try CSVReader(path: path) }
        #expect(rejection?.code == "file_must_be_readable")
        #expect(rejection?.sentence.hasPrefix("\(path) cannot be read: ") == true)
    }

    @Test func `a record is read whole wherever a chunk of the file ends`() throws {
        let record = "A-1,\"x \"\"é🎂\"\"\r\ny\",3"
        for padding in 65_480...65_536 {
            let text = String(repeating: "p", count: padding) + ",,\r\n\(record)\r\n7,8,9"
            let lines = try records(text)
            #expect(lines.dropFirst() == ["3: A-1|x \"é🎂\"\r\ny|3", "5: 7|8|9"], "\(padding)")
        }
    }

    @Test func `a record beyond the limit is passed over up to its true end`() throws {
        let note = String(repeating: "n", count: 1_100_000)
        // The line inside the quotes looks like an order, and must never be taken for one.
        let lines = try records("1,\"\(note)\nA-2,mia,99999\n\",3\n4,5,6\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("2: record_must_not_be_too_long <1,\"nnn"))
        #expect(lines[0].utf8.count < 1_100_000)
        #expect(lines[1] == "5: 4|5|6")
        #expect(try records("1,\(note),3\n4,5,6\n").last == "3: 4|5|6")
    }

    @Test func `one stray quote far from the end costs only its own line`() throws {
        let orders = (0..<50_000).map { "A-\($0),mia,19.99 and some more" }.joined(separator: "\n")
        let lines = try records("1,\"2,3\n\(orders)\n")
        #expect(lines.count == 50_001)
        #expect(lines[0] == "2: quoted_field_must_be_closed <1,\"2,3>")
        #expect(lines[1] == "3: A-0|mia|19.99 and some more")
        #expect(lines[50_000] == "50002: A-49999|mia|19.99 and some more")
    }

    @Test func `any bytes at all are read to the end without losing one`() throws {
        var random = Seeded(state: 42)
        for _ in 0..<300 {
            let pieces = ["\"", ",", "\n", "\r\n", "a", "é", "\0", "\"\"", "\",\""]
            let text = (0..<40).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let file = try RecordFile("a,b,c\n" + text)
            let reader = try CSVReader(path: file.path)
            var kept: [UInt8] = []
            while let record = try reader.next() { kept += record.raw.filter { $0 != 0x0A && $0 != 0x0D } }
            #expect(kept == text.utf8.filter { $0 != 0x0A && $0 != 0x0D }, "\(text.debugDescription)")
        }
    }

    @Test func `the share that was read grows up to the whole file`() throws {
        let file = try RecordFile("a,b\n1,2\n3,4\n")
        let reader = try CSVReader(path: file.path)
        #expect(reader.byteCount == 12)
        var offsets = [reader.offset]
        while try reader.next() != nil { offsets.append(reader.offset) }
        #expect(offsets == [4, 8, 12])
    }
}
