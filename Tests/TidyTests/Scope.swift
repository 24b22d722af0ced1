/// The files that a rule speaks about.
struct Scope: Sendable {
    private let folders: [String]
    private var exceptions: [String] = []
    private var isSwiftOnly = true

    /// What ships, and the programs that prove it.
    static let sources = Scope(folders: ["Sources/", "Core/Sources/", "Proofs/"])
    /// What ships, and its tests.
    static let swift = Scope(folders: [""])
    /// Documents and scripts too.
    static let everything = Scope(folders: [""], isSwiftOnly: false)

    /// What ships in these modules.
    static func modules(_ names: String...) -> Scope {
        Scope(
            folders: names.map { name in
                switch name {
                case "Loyalty": "Core/Sources/Loyalty/"
                case "Model": "Proofs/Model/"
                default: "Sources/\(name)/"
                }
            })
    }

    /// The same without some folders or files.
    func except(_ paths: String...) -> Scope { except(paths) }

    func except(_ paths: [String]) -> Scope {
        var scope = self
        scope.exceptions += paths
        return scope
    }

    func covers(_ file: SourceFile) -> Bool {
        guard file.isSwift || !isSwiftOnly else { return false }
        return folders.contains(where: file.path.hasPrefix) && !exceptions.contains(where: file.path.hasPrefix)
    }
}
