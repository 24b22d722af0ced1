import Testing

/// How the code reads is tested like what it does.
@Suite struct TidyTests {
    @Test(arguments: Rule.all)
    func `every file keeps the rule`(rule: Rule) throws {
        for file in try Tree.files.get() {
            for violation in try rule.violations(in: file) { Issue.record("\(violation)") }
        }
    }

    @Test(arguments: Rule.all)
    func `the rule catches each bad sample`(rule: Rule) throws {
        #expect(!rule.bad.isEmpty)
        for sample in rule.bad {
            #expect(try !rule.violations(in: sample).isEmpty, "\(rule.name) must catch: \(sample.text.prefix(80))")
        }
    }

    @Test(arguments: Rule.all)
    func `the rule passes each good sample`(rule: Rule) throws {
        #expect(!rule.good.isEmpty)
        for sample in rule.good {
            #expect(rule.scope.covers(sample))
            #expect(try rule.violations(in: sample).isEmpty, "\(rule.name) must pass: \(sample.text.prefix(80))")
        }
    }

    @Test func `the files of every layer are found`() throws {
        let paths = try Tree.files.get().map(\.path)
        #expect(paths.contains("Package.swift"))
        #expect(paths.contains("Makefile"))
        for folder in ["Core/Sources/Loyalty/", "Sources/Storage/", "Sources/Tuzo/", "Tests/TidyTests/", "scripts/"] {
            #expect(paths.contains { $0.hasPrefix(folder) }, "nothing was found in \(folder)")
        }
    }
}

extension Rule: CustomTestStringConvertible {
    var testDescription: String { name }
}
