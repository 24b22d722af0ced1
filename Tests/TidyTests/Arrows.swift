/// Which of our modules each module may import.
private let mayImport: [String: Set<String>] = [
    "Loyalty": [],
    "ExactJSON": ["Loyalty"],
    "Storage": ["Loyalty", "ExactJSON"],
    "SQLiteEngine": ["Loyalty", "Storage"],
    "PostgresEngine": ["Loyalty", "Storage"],
    "Operations": ["Loyalty", "ExactJSON", "Storage"],
    "Web": ["Loyalty", "ExactJSON", "Storage", "Operations"],
    "Tuzo": ["Loyalty", "ExactJSON", "Storage", "SQLiteEngine", "PostgresEngine", "Operations", "Web"],
    "Model": [],
    "Simulation": ["Loyalty", "Storage", "SQLiteEngine", "PostgresEngine", "Operations", "Model"],
    "PowerCut": ["Loyalty", "Storage", "SQLiteEngine", "Operations"],
    "KillGround": ["Loyalty", "Storage", "SQLiteEngine", "PostgresEngine", "Operations"],
]

/// Which modules may import a library whose name begins so; the first that fits counts.
/// SwiftPM's own check of imports knows only the targets of this package.
private let homes: [(prefix: String, modules: Set<String>)] = [
    ("HummingbirdTesting", []),
    ("Hummingbird", ["Web", "Tuzo"]),
    ("Mustache", ["Web", "Tuzo"]),
    ("JWTKit", ["Web", "Tuzo"]),
    ("HTTPTypes", ["Web", "Tuzo"]),
    ("NIO", ["Web", "Tuzo"]),
    ("ServiceLifecycle", ["Web", "Tuzo"]),
    ("AsyncHTTPClient", ["Web"]),
    ("ArgumentParser", ["Tuzo"]),
    ("Configuration", ["Tuzo"]),
    ("GRDB", ["SQLiteEngine"]),
    ("CLibPQ", ["PostgresEngine"]),
]

extension Rule {
    static let arrows: [Rule] = [
        Rule(
            name: "arrow",
            why: "it points the wrong way, or its module is not in the table of Arrows.swift",
            scope: .sources,
            broken: { file in
                guard let allowed = mayImport[file.module ?? ""] else { return [1] }
                let ours = Set(mayImport.keys).subtracting(allowed)
                return try file.imports().filter { ours.contains($0.text) }.map(\.line)
            },
            bad: [
                SourceFile("Core/Sources/Loyalty/Kernel/Points.swift", "public import ExactJSON"),
                SourceFile("Proofs/Model/Books.swift", "import Loyalty"),
                SourceFile("Sources/Storage/Orders/OrderStore.swift", "import Loyalty\nimport Operations"),
                SourceFile("Sources/Operations/Orders/RecordOrder.swift", "@testable import struct Web.Page"),
                SourceFile("Sources/Elsewhere/New.swift", "let new = 1"),
            ],
            good: [
                SourceFile("Sources/Operations/Orders/RecordOrder.swift", "import Loyalty\npublic import Storage"),
                SourceFile("Sources/Operations/Orders/RecordOrder.swift", "// import Web\nlet text = \"import Web\""),
                SourceFile("Sources/Tuzo/Wiring.swift", "import Web\nimport SQLiteEngine"),
            ]),
        Rule(
            name: "library",
            why: "only the modules named in Arrows.swift speak to it",
            scope: .sources,
            broken: { file in
                try file.imports().filter { found in
                    guard let home = homes.first(where: { found.text.hasPrefix($0.prefix) }) else { return false }
                    return !home.modules.contains(file.module ?? "")
                }
                .map(\.line)
            },
            bad: [
                SourceFile("Sources/Operations/Orders/RecordOrder.swift", "import HummingbirdCore"),
                SourceFile("Sources/Web/Routes.swift", "import GRDBSQLite"),
                SourceFile("Sources/Storage/Engine/SQLText.swift", "import CLibPQ"),
                SourceFile("Sources/Web/Routes.swift", "import HummingbirdTesting"),
            ],
            good: [
                SourceFile("Sources/Web/Routes.swift", "public import Hummingbird\nimport Mustache\nimport JWTKit"),
                SourceFile("Sources/SQLiteEngine/Writer.swift", "import GRDB\nimport GRDBSQLite"),
                SourceFile("Sources/PostgresEngine/Session.swift", "import CLibPQ"),
            ]),
        Rule(
            name: "pure core",
            why: "the rules import nothing, not even Foundation",
            scope: .modules("Loyalty"),
            broken: { file in try file.imports().map(\.line) },
            bad: [SourceFile("Core/Sources/Loyalty/Kernel/Day.swift", "import Foundation")],
            good: [SourceFile("Core/Sources/Loyalty/Kernel/Day.swift", "/// import Foundation\nlet day = 1")]),
        Rule(
            name: "independent model",
            why: "what the product is held against shares nothing with it",
            scope: .modules("Model"),
            broken: { file in try file.imports().map(\.line) },
            bad: [SourceFile("Proofs/Model/Tiers.swift", "import Loyalty")],
            good: [SourceFile("Proofs/Model/Tiers.swift", "/// import Loyalty\nlet day = 1")]),
    ]
}
