import Foundation
import HTTPTypes
import Loyalty
import Testing

@testable import Web

/// A problem's `type` leads to its rule on this page.
struct ProblemsPageTests {
    private let entries = ProblemCatalog.entries.flatMap(\.entries)

    @Test func `a rule stands under its code, with its status and its sentence`() async throws {
        let server = try await TestServer()
        let page = try await server.call(.get, "/docs/problems").text
        let rule = """
            <dt id="balance_must_cover_cost"><code>balance_must_cover_cost</code> 400</dt>
            <dd>Insufficient points</dd>
            """
        #expect(page.contains(rule))
        for entry in entries {
            #expect(page.ranges(of: "<dt id=\"\(entry.code)\">").count == 1, "\(entry.code)")
            for sentence in entry.sentences { #expect(page.contains(escapedHTML(sentence)), "\(entry.code)") }
        }
    }

    /// Whoever adds a rejection and forgets the page is told here.
    @Test func `every rule in the sources that a caller can break is on the page`() throws {
        let missing = try rulesInSources().subtracting(entries.map(\.code)).subtracting(rulesOfFiles)
        #expect(missing.sorted() == [])
        #expect(entries.count > 180)
    }

    /// What commands say of files, and nothing over HTTP.
    private let rulesOfFiles: Set<String> = [
        "columns_must_be_of_a_statement", "cell_must_be_of_a_statement", "member_must_be_the_same",
        "sequence_must_follow", "balance_must_follow", "hash_must_fit_content", "statement_must_have_entries",
    ]

    /// The codes of all rules: `case thresholdsMustRise`, `"thresholdsMustRise"`, `"path_must_exist"`.
    private func rulesInSources() throws -> Set<String> {
        let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
        var rules: Set<String> = []
        for folder in ["Core/Sources", "Sources"] {
            let files = FileManager.default.enumerator(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                guard !elsewhere.contains(where: file.path.contains) else { continue }
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /(?m)^ *case ([a-z]\w*(?:Must[A-Z]|IsRequired)\w*)\b(?! =)/) {
                    rules.insert(Named(name: String(match.1)).code)
                }
                for match in text.matches(of: /"([a-z]\w*Must[A-Z]\w*)"/) {
                    rules.insert(Named(name: String(match.1)).code)
                }
                for match in text.matches(of: /"([a-z]+_[a-z_]*must_[a-z_]+)"/) { rules.insert(String(match.1)) }
            }
        }
        return rules
    }

    /// Rules of the audit, of commands, of the schema, of the files that are imported, and of what a build or the
    /// operator provides.
    private let elsewhere = [
        "/Ledger/AuditRule.swift", "/Sources/Tuzo/", "/Operations/Import/", "/Operations/Moving/", "/Operations/Demo/",
        "/ExactJSON/Records/", "/Web/Words/", "/Pages/Frame/Templates.swift", "/Pages/Assets/", "/HTTP/Tokens/",
        "/Storage/Engine/SchemaRejection.swift",
    ]
}

/// What makes a code of a name.
private struct Named: Rejection {
    let name: String
    let sentence = ""
}
