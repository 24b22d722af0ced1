import Foundation
import SQLiteEngine
import Storage

/// Where the database is.
enum DatabaseAddress: Equatable {
    static let standard = DatabaseAddress.file(path: "tuzo.db")

    /// `sqlite:PATH`, an embedded database in one file.
    case file(path: String)

    /// - Throws: ``SettingFault`` for what is no address of a database that this build can open.
    init(_ text: String) throws(SettingFault) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            let variable = Setting.databaseURL.variable
            throw SettingFault("\(variable): this build has no engine for PostgreSQL yet; use sqlite:PATH.")
        }
        guard text.hasPrefix("sqlite:"), text != "sqlite:" else {
            throw SettingFault("\(Setting.databaseURL.variable) must be sqlite:PATH, such as sqlite:tuzo.db.")
        }
        self = .file(path: String(text.dropFirst("sqlite:".count)))
    }

    var path: String {
        switch self {
        case .file(let path): path
        }
    }

    /// What would keep a server from opening it, a sentence each.
    var faults: [String] {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return ["\(Setting.databaseURL.variable): there is no folder \(folder)."]
        }
        let isWritable = FileManager.default.isWritableFile(atPath: folder)
        return isWritable ? [] : ["\(Setting.databaseURL.variable): the folder \(folder) must be writable."]
    }

    /// Opens it to read and write, for this process alone.
    /// - Throws: ``StorageFailure``.
    func open() throws -> SQLiteDatabase { try SQLiteDatabase.open(path: path) }

    /// Opens it to read, also beside a server.
    /// - Throws: ``StorageFailure``.
    func openReadOnly() throws -> SQLiteDatabase {
        guard FileManager.default.fileExists(atPath: path) else {
            throw StorageFailure.unavailable("there is no file \(path)")
        }
        return try SQLiteDatabase.openReadOnly(path: path)
    }
}
