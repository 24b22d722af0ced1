/// The files that a rule speaks about.
struct Scope: Sendable {
    private let folders: [String]
    private var exceptions: [String] = []
    private var isSwiftOnly = true

    /// What ships.
    static let sources = Scope(folders: ["Sources/", "Core/Sources/"])
    /// What ships, and its tests.
    static let swift = Scope(folders: [""])
    /// Documents and scripts too.
    static let everything = Scope(folders: [""], isSwiftOnly: false)

    /// What ships in these modules.
    static func modules(_ names: String...) -> Scope {
        Scope(folders: names.map { $0 == "Loyalty" ? "Core/Sources/Loyalty/" : "Sources/\($0)/" })
    }

    /// The same without some folders or files.
    func except(_ paths: String...) -> Scope {
        var scope = self
        scope.exceptions += paths
        return scope
    }

    func covers(_ file: SourceFile) -> Bool {
        guard file.isSwift || !isSwiftOnly else { return false }
        return folders.contains(where: file.path.hasPrefix) && !exceptions.contains(where: file.path.hasPrefix)
    }
}
