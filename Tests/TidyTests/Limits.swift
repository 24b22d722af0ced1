private let sourceLinesMax = 200
private let testLinesMax = 400
private let columnsMax = 120
private let functionLinesMax = 40
/// For a flat list: the guards of a decision, the tables of a migration, the steps of a test.
private let flatFunctionLinesMax = 70

extension Rule {
    static let limits: [Rule] = [
        Rule(
            name: "file length",
            why: "\(sourceLinesMax) lines at most, tests \(testLinesMax); when it wants to grow, it holds two things",
            scope: .swift,
            broken: { file in
                let lineCount = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
                let limit = file.isTest ? testLinesMax : sourceLinesMax
                return lineCount > limit ? [limit + 1] : []
            },
            bad: [
                SourceFile("Sources/Web/Long.swift", lines(sourceLinesMax + 1)),
                SourceFile("Tests/WebTests/Long.swift", lines(testLinesMax + 1)),
            ],
            good: [
                SourceFile("Sources/Web/Short.swift", lines(sourceLinesMax)),
                SourceFile("Tests/WebTests/Short.swift", lines(testLinesMax)),
            ]),
        Rule(
            name: "line length",
            why: "\(columnsMax) columns at most",
            scope: .swift,
            broken: { file in try file.lines(matching: "^.{\(columnsMax + 1)}", in: \.text) },
            bad: [SourceFile("Sources/Web/Wide.swift", "// " + String(repeating: "é", count: columnsMax - 2))],
            good: [SourceFile("Sources/Web/Narrow.swift", "// " + String(repeating: "é", count: columnsMax - 3))]),
        Rule(
            name: "function length",
            why: "\(functionLinesMax) lines at most, \(flatFunctionLinesMax) for a flat list",
            scope: .swift,
            broken: { file in try file.functions().filter { $0.lineCount > limit(of: $0, in: file) }.map(\.line) },
            bad: [
                SourceFile("Sources/Web/Long.swift", function("earn", lineCount: functionLinesMax + 1)),
                SourceFile("Sources/Web/Long.swift", function("decideEarning", lineCount: flatFunctionLinesMax + 1)),
                SourceFile("Sources/Web/Long.swift", "init(\n  a: Int = [0].map({ $0 })[0]\n) {\n" + lines(40) + "}\n"),
                SourceFile("Sources/Web/Long.swift", "var balance: Points {\n" + lines(40) + "}\n"),
            ],
            good: [
                SourceFile("Sources/Web/Short.swift", function("earn", lineCount: functionLinesMax)),
                SourceFile("Sources/Web/Short.swift", function("decideEarning", lineCount: flatFunctionLinesMax)),
                SourceFile("Sources/Web/A.swift", "protocol A {\n  func earn()\n  func lapse()\n" + lines(60) + "}\n"),
                SourceFile("Sources/Web/B.swift", "struct B {\n  var open = true\n" + lines(60) + "}\n"),
            ]),
    ]
}

private func limit(of function: FunctionLength, in file: SourceFile) -> Int {
    let isGuards = function.name.hasPrefix("decide") || function.name.hasPrefix("validate")
    let isFlat = isGuards || file.isTest || file.path.hasPrefix("Sources/Storage/Migrations/")
    return isFlat ? flatFunctionLinesMax : functionLinesMax
}

private func lines(_ count: Int) -> String { String(repeating: "    work()\n", count: count) }

private func function(_ name: String, lineCount: Int) -> String {
    "func \(name)() {\n" + lines(lineCount - 2) + "}\n"
}
