import Foundation
import PostgresEngine
import SQLiteEngine
import Storage

/// Where the database is.
enum DatabaseAddress: Equatable {
    static let standard = DatabaseAddress.file(path: "tuzo.db")

    /// `sqlite:PATH`, an embedded database in one file.
    case file(path: String)
    /// `postgres://…`, a database on a server, which several of these programs may share.
    case server(url: String)

    /// - Throws: ``SettingFault`` for what is no address of a database.
    init(_ text: String) throws(SettingFault) {
        if text.hasPrefix("postgres://") || text.hasPrefix("postgresql://") {
            if let fault = PostgresDatabase.fault(in: text) {
                throw SettingFault("\(Setting.databaseURL.variable): \(fault).")
            }
            self = .server(url: text)
            return
        }
        guard text.hasPrefix("sqlite:"), text != "sqlite:" else {
            let forms = "sqlite:PATH, such as sqlite:tuzo.db, or postgres://USER@HOST/NAME"
            throw SettingFault("\(Setting.databaseURL.variable) must be \(forms).")
        }
        self = .file(path: String(text.dropFirst("sqlite:".count)))
    }

    /// How messages name it; a password is nobody's business.
    var name: String {
        switch self {
        case .file(let path): path
        case .server(let url): PostgresDatabase.name(of: url)
        }
    }

    /// What would keep a server from opening it, a sentence each.
    var faults: [String] {
        guard case .file(let path) = self else { return [] }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            return ["\(Setting.databaseURL.variable): there is no folder \(folder)."]
        }
        let isWritable = FileManager.default.isWritableFile(atPath: folder)
        return isWritable ? [] : ["\(Setting.databaseURL.variable): the folder \(folder) must be writable."]
    }

    /// Opens it to read and write; a file for this process alone.
    /// - Throws: ``StorageFailure``.
    func open() throws -> any Engine {
        switch self {
        case .file(let path): try SQLiteDatabase.open(path: path)
        case .server(let url): try PostgresDatabase.open(url)
        }
    }

    /// Opens it to read, also beside a server.
    /// - Throws: ``StorageFailure``.
    func openReadOnly() throws -> any Engine {
        switch self {
        case .file(let path):
            guard FileManager.default.fileExists(atPath: path) else {
                throw StorageFailure.unavailable("there is no file \(path)")
            }
            return try SQLiteDatabase.openReadOnly(path: path)
        case .server(let url):
            var options = PostgresOptions()
            // An audit or a report of many years may take its time.
            options.statementSeconds = 0
            return try PostgresDatabase.openReadOnly(url, options: options)
        }
    }
}
