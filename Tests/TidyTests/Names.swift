private let vagueWords = ["Utils", "Utilities", "Helper", "Common", "Extensions", "Misc", "+"]

extension Rule {
    static let names: [Rule] = [
        Rule(
            name: "vague file name",
            why: "a file is named for the one thing it holds",
            scope: .swift,
            broken: { file in vagueWords.contains(where: file.baseName.contains) ? [1] : [] },
            bad: [
                SourceFile("Sources/Web/DateUtils.swift", ""), SourceFile("Sources/Web/Common.swift", ""),
                SourceFile("Sources/Web/String+Trim.swift", ""), SourceFile("Tests/WebTests/Helpers.swift", ""),
            ],
            good: [SourceFile("Sources/Web/Routes.swift", "")]),
        Rule(
            name: "file name",
            why: "its words are in nothing that the file declares",
            scope: .sources.except("Sources/Tuzo/Main.swift"),
            broken: { file in
                let declared = try Set(file.declaredNames().flatMap(words))
                return declared.isDisjoint(with: words(of: file.baseName)) ? [1] : []
            },
            bad: [
                SourceFile("Sources/Web/Routes.swift", "struct Pages {\n    let routes = 1\n}"),
                SourceFile("Sources/Web/Routes.swift", "// struct Routes {}"),
            ],
            good: [
                SourceFile("Sources/Web/Routes.swift", "public struct Routes {}"),
                SourceFile("Sources/Storage/FailureCodes.swift", "extension StorageFailure {}"),
                SourceFile("Sources/Storage/FirstSchema.swift", "extension Steps {\n    static let firstSchema = 1\n}"),
                SourceFile("Core/Sources/Loyalty/DecideOrder.swift", "public func decideOrder() {}"),
            ]),
    ]
}

extension SourceFile {
    /// What the file declares at its outermost level, and the functions and constants of its types.
    fileprivate func declaredNames() throws -> [String] {
        let kinds = "(?:struct|class|enum|actor|protocol|extension|func|typealias|let|var|macro)"
        let outermost = try matches(of: #"^(?:@\w+(?:\(.*\))? )*(?:[a-z]+ )*\#(kinds) (?:\w+\.)*(\w+)"#, in: \.code)
        let members = try matches(of: #"^    (?:[a-z]+ )*(?:func|static let|static var) (\w+)"#, in: \.code)
        return (outermost + members).map(\.text)
    }
}

/// `sql` and `row` for `SQLRow`; a plural counts as its singular.
private func words(of name: String) -> [String] {
    name.matches(of: /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/).map { word in
        let text = word.output.lowercased()
        return text.hasSuffix("s") ? String(text.dropLast()) : text
    }
}
