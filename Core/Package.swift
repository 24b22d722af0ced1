// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "Core",
    products: [.library(name: "Loyalty", targets: ["Loyalty"])],
    targets: [
        .target(name: "Loyalty", swiftSettings: strict),
        .testTarget(name: "LoyaltyTests", dependencies: ["Loyalty"], swiftSettings: strict),
    ]
)
