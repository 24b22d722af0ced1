import ExactJSON
import Foundation
import Loyalty
import Operations
import Testing

struct RefusedLineTests {
    private let desk: ImportDesk
    private static let header = "order_id,customer_id,total,placed_at,status,currency,refunded_amount,customer_name"

    init() async throws { desk = try await ImportDesk() }

    private static let number = #"must be a number, such as 19.99 or "19.99", with 30 digits at most."#
    private static let time = "must be a time that exists, with its zone, such as 2026-11-04T10:00:00Z."

    /// A line, the rule that it breaks, and the sentence.
    private static let bad: [(line: String, code: String, sentence: String)] = [
        ("B-1,mia,-0.01,,,,,", "amount_must_not_be_negative", "total must not be negative."),
        ("B-2,mia,NaN,,,,,", "field_must_be_a_number", "total \(number)"),
        ("B-3,mia,Infinity,,,,,", "field_must_be_a_number", "total \(number)"),
        ("B-4,mia,1e400,,,,,", "field_must_be_a_number", "total \(number)"),
        ("B-5,mia,1e15,,,,,", "amount_must_be_below_the_limit", "total must be at most 10000000000000 minor units."),
        (
            "B-6,mia,19.999,,,,,", "amount_must_not_be_finer_than_the_currency",
            "total must not have more decimals than the currency has."
        ),
        ("B-7,mia,nineteen,,,,,", "field_must_be_a_number", "total \(number)"),
        ("B-8,mia,,,,,,", "field_is_required", "total is required."),
        (
            "B-9,mia,1.00,,,XYZ,,", "currency_must_be_known",
            "currency must be a currency code of ISO 4217, such as KES."
        ),
        (
            "B-10,mia,1.00,,,USD,,", "exchange_rate_must_be_given",
            "exchange_rate must be given, because the order is not in the shop's currency."
        ),
        (
            "B-11,mia,1.00,,lost,,,", "field_must_be_one_of_its_choices",
            "status must be one of \(OrderStatus.allCases.map(\.rawValue).joined(separator: ", "))."
        ),
        (",mia,1.00,,,,,", "field_is_required", "order_id is required."),
        ("B-12,,1.00,,,,,", "field_is_required", "customer_id is required."),
        (
            "\(String(repeating: "x", count: 65)),mia,1.00,,,,,", "id_must_have_64_characters_at_most",
            "order_id must have 64 characters at most."
        ),
        ("B-13,mia,1.00,2026-02-30T08:00:00Z,,,,", "field_must_be_a_time", "placed_at \(time)"),
        ("B-14,mia,1.00,2026-02-28,,,,", "field_must_be_a_time", "placed_at \(time)"),
        (
            "B-15,mia,1.00,1969-12-31T23:59:59Z,,,,", "time_must_be_between_1970_and_2200",
            "placed_at must lie between the years 1970 and 2200."
        ),
        (
            "B-16,mia,1.00,,,,1.01,", "refund_must_not_exceed_the_total",
            "refunded_amount and the refunds of the lines must not exceed the total."
        ),
        (
            "B-17,mia,1.00", "record_must_have_one_field_per_column",
            "The record must have as many fields as the first line has columns."
        ),
        (
            "B-18,mia,1.00,,,,,\"Mia", "quoted_field_must_be_closed",
            "A field that begins with a quote must end with one."
        ),
    ]

    @Test func `every bad line is refused with its reason, and the rest is imported`() async throws {
        let good = (0...Self.bad.count).map { number in "G-\(number),juma,10.00,2026-10-01T08:00:00Z,,,," }
        let lines = zip(good, Self.bad).flatMap { [$0, $1.line] } + good.suffix(1)
        let path = try desk.write(([Self.header] + lines).joined(separator: "\n"))
        let tally = try await desk.importOrders(path)
        #expect((tally.new, tally.refused) == (good.count, Self.bad.count))
        let expected = Self.bad.enumerated().map { number, bad in
            "line \(3 + 2 * number): \(bad.code): \(bad.sentence)\t\(bad.line)"
        }
        for (line, expected) in zip(try desk.rejected(path) ?? [], expected) { #expect(line == expected) }
        #expect(try desk.rejected(path)?.count == expected.count)
        #expect(try await desk.balances() == ["juma \(10 * good.count) bronze \(good.count)"])
    }

    @Test func `a line that is not UTF-8 is refused as it stands`() async throws {
        let line = Array("B-1,mia,1.00,,,,,Mi".utf8) + [0xFF] + Array("a".utf8)
        let path = try desk.write(Array((Self.header + "\n").utf8) + line + Array("\nG-1,mia,2.00,,,,,Mia\n".utf8))
        let tally = try await desk.importOrders(path)
        #expect((tally.new, tally.refused) == (1, 1))
        let reason = Array("line 2: record_must_be_utf_8: The record must be UTF-8.\t".utf8)
        let rejected = try Data(contentsOf: URL(fileURLWithPath: path + ".rejected"))
        #expect(Array(rejected) == reason + line + [0x0A])
    }

    @Test func `ids full of dots, slashes and quotes are ids`() async throws {
        let path = try desk.write(
            """
            order_id,customer_id,total
            ../../etc/passwd,"mia'); --",5
            "say ""hi""\",%00,6
            """)
        #expect(try await desk.importOrders(path).new == 2)
        #expect(try await desk.balances() == ["%00 6 bronze 1", "mia'); -- 5 bronze 1"])
    }

    @Test func `JSON lines are refused one by one, too`() async throws {
        let bad = [
            #"{"order_id": "B-1", "customer": {"id": "mia"}, "status": "delivered", "total": -1}"#,
            #"{"order_id": "B-2", "customer": {"id": "mia"}, "status": "delivered", "total": 1e400}"#,
            #"{"order_id": "B-3", "customer": {"id": "mia"}, "status": 7, "total": 1}"#,
            #"{"order_id": "B-4", "customer": {"id": "mia"}, "status": "delivered", "tot"#,
            #"{"customer": {"id": "mia"}, "status": "delivered", "total": 1}"#,
        ]
        let good = #"{"order_id": 17, "customer": {"id": 42}, "status": "delivered", "total": "19.99", "items": 3}"#
        let path = try desk.write((bad + [good]).joined(separator: "\n"), as: "orders.jsonl")
        let tally = try await desk.importOrders(path)
        #expect((tally.new, tally.refused) == (1, 5))
        let codes = try desk.rejected(path)?.map { $0.split(separator: ": ")[1] }
        #expect(
            codes == [
                "amount_must_not_be_negative", "number_must_be_exact", "field_must_be_text", "body_must_be_complete",
                "field_is_required",
            ])
        #expect(try await desk.balances() == ["42 19 bronze 1"])
    }

    @Test func `the refused lines of the last import replace those before, and none are left where none were refused`()
        async throws
    {
        let path = try desk.write("order_id,customer_id,total\nA-1,mia,-1\n")
        try await desk.importOrders(path)
        try await desk.importOrders(path)
        #expect(try desk.rejected(path)?.count == 1)
        _ = try desk.write("order_id,customer_id,total\nA-1,mia,1\n")
        try await desk.importOrders(path)
        #expect(try desk.rejected(path) == nil)
    }

    @Test func `a file whose columns do not suffice is not begun`() async throws {
        let path = try desk.write("order_id,customer\nA-1,mia\n")
        let rejection = #expect(throws: ColumnRejection.self) { try OrderFile(path: path, format: .csv) }
        #expect(rejection?.sentence.hasSuffix("it lacks customer_id, total.") == true)
        #expect(throws: FileRejection.self) { try OrderFile(path: path + ".missing", format: .csv) }
    }
}
