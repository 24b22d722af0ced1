import Foundation
import Testing

/// Something that is done to an export.
struct ExportDamage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    /// The line that tells it, by how it begins; the first such one.
    let place: String
    let change: @Sendable ([UInt8]) -> [UInt8]

    /// Puts another text for the first one, and is found at the line that begins so.
    init(_ words: String, _ code: String, at place: String, _ text: String, _ other: String) {
        (testDescription, self.code, self.place) = (words, code, place)
        change = { bytes in
            let whole = String(decoding: bytes, as: UTF8.self)
            guard let found = whole.firstRange(of: text) else { return bytes }
            return Array(whole.replacingCharacters(in: found, with: other).utf8)
        }
    }

    func line(_ bytes: [UInt8]) -> Int? {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return place.isEmpty ? lines.count : lines.firstIndex { $0.hasPrefix(place) }.map { $0 + 1 }
    }

    static let all = [
        ExportDamage("something else", "file_must_be_an_export", at: "{\"tuzo\"", "{\"tuzo\"", "{\"cocoa\""),
        ExportDamage("an empty first line", "file_must_be_an_export", at: "{\"tuzo\"", "{\"tuzo\"", "\n{\"tuzo\""),
        ExportDamage("another form", "format_must_be_known", at: "{\"tuzo\"", "\"format\":1", "\"format\":2"),
        ExportDamage(
            "a later schema", "schema_must_be_that_of_this_version", at: "{\"tuzo\"", "006-leaving\"",
            "006-leaving\",\"999-later\""),
        ExportDamage(
            "a column is renamed", "columns_must_be_those_of_the_table", at: "{\"table\":\"member\"", "joined_at",
            "came_at"),
        ExportDamage(
            "a table is missing", "line_must_follow", at: "{\"table\":\"account\"", "\"account\"", "\"session\""),
        ExportDamage(
            "a row lacks a value", "row_must_have_one_value_per_column", at: "[\"mia\"", "[\"mia\",\"Mia Odhiambo\"",
            "[\"mia\""),
        ExportDamage(
            "a text for a number", "value_must_fit_column", at: "[\"mia\"", "org\",null,null", "org\",null,\"x\""),
        ExportDamage("no value where one must be", "value_must_fit_column", at: "[\"mia\"", "\"Mia Odhiambo\"", "null"),
        ExportDamage("a NUL in a text", "value_must_fit_column", at: "[\"mia\"", "\"Mia Odhiambo\"", "\"Mia\\u0000\""),
        ExportDamage(
            "a number with decimals", "value_must_fit_column", at: "[\"mia\"", "org\",null,null", "org\",null,1.5"),
        ExportDamage(
            "a number beyond 64 bits", "value_must_fit_column", at: "[\"mia\"", "org\",null,null",
            "org\",null,9223372036854775808"),
        ExportDamage(
            "another name", "hash_must_fit_lines", at: "{\"end\":\"customer\"", "Mia Odhiambo", "Mia Odhiambu"),
        ExportDamage(
            "a wrong count", "rows_must_be_counted", at: "{\"end\":\"shop\"", "\"shop\",\"rows\":2",
            "\"shop\",\"rows\":3"),
        ExportDamage("half a line", "line_must_be_json", at: "[\"mia\"", "\"mia@example.org\",", "\"mia@example.org"),
        ExportDamage("another last line", "line_must_follow", at: "", "\"end\":\"export\"", "\"end\":\"import\""),
        ExportDamage("an odd number of digits", "value_must_fit_column", at: "[\"cce5", "[\"cce5", "[\"cce"),
    ]
}
