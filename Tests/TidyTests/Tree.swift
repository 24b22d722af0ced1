import Foundation

/// The files of this repository.
enum Tree {
    /// Read once for all rules.
    static let files = Result { try read() }

    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let folders = [
        "Sources", "Tests", "Core/Sources", "Core/Tests", "Proofs", "Benchmarks", "docs", "scripts", ".ci",
    ]
    private static let textTypes = ["swift", "md", "mustache", "css", "js", "html", "c", "h", "py", "sh", ""]

    private static func read() throws -> [SourceFile] {
        let top = try FileManager.default.contentsOfDirectory(atPath: root.path)
        let paths = top + ["Core/Package.swift"] + folders.flatMap(contents)
        return try paths.filter { textTypes.contains(URL(filePath: $0).pathExtension) }.compactMap(file)
    }

    /// Everything below a folder but hidden files, which tools leave behind.
    private static func contents(of folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        let all = (names?.compactMap { $0 as? String } ?? []).map { "\(folder)/\($0)" }
        return all.filter { !$0.contains("/.") }
    }

    /// The file at a path, or `nil` for a folder and for what is not text.
    private static func file(at path: String) throws -> SourceFile? {
        let url = root.appending(path: path)
        guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return nil }
        return String(validating: try Data(contentsOf: url), as: UTF8.self).map { SourceFile(path, $0) }
    }
}
