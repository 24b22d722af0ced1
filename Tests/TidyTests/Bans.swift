/// The one place that asks for the time and makes ids.
private let clockAndIDs = "Sources/Operations/Kernel/Surroundings.swift"
/// The one place that writes to the terminal.
private let console = "Sources/Tuzo/Console.swift"
/// The same for the proofs, which are programs of their own.
private let proofConsoles = ["Simulation", "PowerCut", "KillGround"].map { "Proofs/\($0)/Console.swift" }

extension Rule {
    static let bans: [Rule] = [
        .ban(
            "swallowed error", #"\btry\?"#, why: "handle it, or let it reach the caller",
            bad: "let total = try? read()", good: "let total = try read()  // never try? here"),
        .ban(
            "crash", #"\b(?:fatalError|preconditionFailure|assertionFailure)\("#, why: "throw what a caller can act on",
            bad: "fatalError(\"no shop\")", good: "throw Missing(\"fatalError(\")"),
        .ban(
            "force", #"[\w)\]}?]!(?!=)"#, why: "no force unwrap, no forced cast, no forced try: guard, or throw",
            bad: "let mia = members[0]!", "let mia = find()!.name", "let mia = any as! Member", "let all = try! load()",
            "var mia: Member!",
            good: "guard mia != juma, !isOff, a!=b else { return }", "let text = \"Welcome, Mia!\"  // well done!"),
        .ban(
            "print", #"\b(?:print|debugPrint|dump)\("#, why: "log it, or write it with \(console)",
            scope: .sources.except([console] + proofConsoles),
            bad: "print(total)", good: "let print = fingerprint(of: key)"),
        .ban(
            "clock and ids", #"\b(?:Date|UUID)(?:\.init)?\(\)|\bDate\.now\b"#,
            why: "time and ids come in as values, from \(clockAndIDs)",
            scope: .sources.except(clockAndIDs),
            bad: "let now = Date()", "let id = UUID()", "let now = Date.now",
            good: "let day = Date(timeIntervalSince1970: 0)", "let placed = order.placedDate()"),
        .ban(
            "floating point", #"\b(?:Double|Float|Float16|Float32|Float64|Float80|CGFloat|TimeInterval)\b"#,
            why: "points and money are whole numbers, and rates are whole ten-thousandths",
            scope: .modules("Loyalty", "ExactJSON", "Storage", "Operations"),
            bad: "let total: Double = 1", "let points = Int(Float(3))",
            good: "let total = 1  // never Double", "let isDoubled = true"),
        Rule(
            name: "SQL",
            why: "statements are written in Storage and in the engines",
            scope: .sources.except("Sources/Storage/", "Sources/SQLiteEngine/", "Sources/PostgresEngine/"),
            broken: { file in
                let verbs = #"\b(?:SELECT\s|INSERT\s+INTO\s|DELETE\s+FROM\s|UPDATE\s[^"]{1,80}\sSET\s)"#
                return try file.lines(matching: verbs, in: \.literals)
            },
            bad: sources("run(\"SELECT name FROM shop\")", "run(\"\"\"\n  UPDATE shop\n  SET name = 'x'\n  \"\"\")"),
            good: sources("// SELECT name FROM shop", "say(\"Select what to UPDATE\", \"or SET \")")),
        Rule(
            name: "engine",
            why: "only an engine and the wiring in Tuzo name it",
            scope: .sources.except(
                "Sources/SQLiteEngine/", "Sources/PostgresEngine/", "Sources/CLibPQ/", "Sources/Tuzo/", "Proofs/"),
            broken: { file in try file.lines(matching: "(?i:sqlite|postgres|libpq|grdb)", in: \.uncommented) },
            bad: sources("let url = \"sqlite:tuzo.db\"", "func openPostgres() {}"),
            good: sources("// SQLite numbers parameters by appearance.", "let url = \"memory:\"")),
        Rule(
            name: "unfinished",
            why: "finish it, or open an issue",
            scope: .everything,
            broken: { file in
                try file.lines(matching: "\\b(?:TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b", in: \.text)
            },
            bad: sources("// TO" + "DO: round"),
            good: sources("let todo = 1", "// a hack of the good kind")),
        Rule(
            name: "machine path",
            why: "what is written here must hold on every machine",
            scope: .everything,
            broken: { file in try file.lines(matching: "(?<![\\w.}/])/(?:work|root|home|Users)" + "/", in: \.text) },
            bad: sources("let path = \"/ho" + "me/mia/tuzo.db\""),
            good: sources("let path = \"/api/homes/1\"", "get(\"shops/home/\")")),
    ]

    private static func ban(
        _ name: String, _ pattern: String, why: String, scope: Scope = .sources, bad: String..., good: String...
    ) -> Rule {
        Rule(
            name: name, why: why, scope: scope, broken: { file in try file.lines(matching: pattern, in: \.code) },
            bad: bad.map { SourceFile("Sources/Operations/Sample.swift", $0) },
            good: good.map { SourceFile("Sources/Operations/Sample.swift", $0) })
    }

    private static func sources(_ texts: String...) -> [SourceFile] {
        texts.map { SourceFile("Sources/Operations/Sample.swift", $0) }
    }
}
