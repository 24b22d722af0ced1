// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let loyalty: Target.Dependency = .product(name: "Loyalty", package: "Core")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let jwtKit: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let httpClient: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "tuzo",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "tuzo", targets: ["Tuzo"]),
        .executable(name: "simulation", targets: ["Simulation"]),
        .executable(name: "power-cut", targets: ["PowerCut"]),
        .executable(name: "kill-ground", targets: ["KillGround"]),
    ],
    dependencies: [
        .package(path: "Core"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .target(name: "ExactJSON", dependencies: [loyalty], swiftSettings: strict),
        .target(name: "Storage", dependencies: ["ExactJSON", loyalty, crypto], swiftSettings: strict),
        .target(
            name: "SQLiteEngine",
            dependencies: [
                "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .systemLibrary(
            name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(name: "PostgresEngine", dependencies: ["CLibPQ", "Storage", loyalty], swiftSettings: strict),
        .target(
            name: "Operations",
            dependencies: ["Storage", "ExactJSON", loyalty, crypto, cryptoExtras, logging],
            swiftSettings: strict),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CQRCode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .target(
            name: "Web",
            dependencies: [
                "CZlib", "CQRCode", "Operations", "Storage", "ExactJSON", loyalty, crypto, logging, hummingbird, jwtKit,
                httpClient,
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Templates"), .embedInCode("Assets"), .embedInCode("Words/Texts")],
            swiftSettings: strict),
        .executableTarget(
            name: "Tuzo",
            dependencies: [
                "Web", "Operations", "Storage", "SQLiteEngine", "PostgresEngine", "ExactJSON", loyalty, logging,
                hummingbird,
                nioCore,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "TestDatabase", dependencies: ["Storage", "SQLiteEngine", "PostgresEngine"],
            path: "Tests/TestDatabase", swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: ["TestDatabase", "Storage", "SQLiteEngine", "PostgresEngine", "ExactJSON", loyalty],
            swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: ["TestDatabase", "Operations", "Storage", "SQLiteEngine", "ExactJSON", loyalty],
            swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "TestDatabase", "Web", "Operations", "Storage", "ExactJSON", "CFaultyDisk", loyalty, jwtKit,
                hummingbird, nioCore, httpTypes, logging,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
        .target(name: "Model", path: "Proofs/Model", swiftSettings: strict),
        .executableTarget(
            name: "Simulation",
            dependencies: ["Model", "Operations", "Storage", "SQLiteEngine", "PostgresEngine", loyalty],
            path: "Proofs/Simulation",
            swiftSettings: strict),
        .target(name: "CFaultyDisk", path: "Proofs/CFaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "PowerCut",
            dependencies: ["CFaultyDisk", "Operations", "Storage", "SQLiteEngine", loyalty],
            path: "Proofs/PowerCut",
            swiftSettings: strict),
        .executableTarget(
            name: "KillGround",
            dependencies: ["Operations", "Storage", "SQLiteEngine", "PostgresEngine", loyalty],
            path: "Proofs/KillGround",
            swiftSettings: strict),
    ]
)
