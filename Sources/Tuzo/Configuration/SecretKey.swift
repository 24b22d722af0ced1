import Foundation
import Operations

private let byteCount = 32

/// The key that redemption codes are encrypted with: 32 bytes, as text in base 64.
enum SecretKey {
    /// - Throws: ``SettingFault`` for anything else.
    static func bytes(from text: String) throws(SettingFault) -> [UInt8] {
        guard let bytes = read(text) else {
            let demand = "must be \(byteCount) bytes in base 64, such as openssl rand -base64 \(byteCount) prints"
            throw SettingFault("\(Setting.secretKey.variable) \(demand).")
        }
        return bytes
    }

    /// The key of a database, where no setting says it: that in the file beside an embedded one.
    /// - Throws: ``SettingFault``, also for a database on a server, whose programs must all be given the same key.
    static func kept(with database: DatabaseAddress) throws(SettingFault) -> [UInt8] {
        switch database {
        case .file(let path): return try kept(beside: path)
        case .server: throw mustBeSet
        }
    }

    /// The key in the file beside an embedded database, which is made with the first one asked for.
    ///
    /// Whoever has the database but not this file cannot read the codes; with the file lost, no code can be used or
    /// shown any more.
    /// - Throws: ``SettingFault``.
    static func kept(beside databasePath: String) throws(SettingFault) -> [UInt8] {
        let path = databasePath + ".key"
        do {
            if let bytes = try contents(of: path) { return bytes }
            let bytes = Surroundings.systemRandom(byteCount)
            try make(path, Array((Data(bytes).base64EncodedString() + "\n").utf8))
            return bytes
        } catch let fault as SettingFault {
            throw fault
        } catch {
            throw unusable(path, error)
        }
    }

    /// What keeps a server from having a key, where no setting says it; `nil` where it has one or can make it.
    static func fault(with database: DatabaseAddress) -> SettingFault? {
        guard case .file(let path) = database else { return mustBeSet }
        do {
            _ = try contents(of: path + ".key")
            return nil
        } catch {
            return error as? SettingFault ?? unusable(path + ".key", error)
        }
    }

    /// The key that was brought along for a database that others have used; none is made.
    /// - Throws: ``SettingFault`` where there is none.
    static func brought(to database: DatabaseAddress) throws(SettingFault) -> [UInt8] {
        guard case .file(let path) = database else { return try kept(with: database) }
        guard FileManager.default.fileExists(atPath: path + ".key") else {
            throw SettingFault(
                """
                The installation's key is missing: copy the file ending in .key that belongs to it to \
                \(path).key, or set \(Setting.secretKey.variable) to its key.
                """)
        }
        return try kept(beside: path)
    }

    /// The key is not the one that the database knows.
    static let strange = SettingFault(
        """
        The key is not the one that this database's redemption codes were made with. Restore the file that ends \
        in .key and belongs beside the database, or set \(Setting.secretKey.variable) to that key.
        """)

    private static let mustBeSet = SettingFault(
        """
        \(Setting.secretKey.variable) must be set for a database on a server, and be the same for all that use it: \
        \(byteCount) bytes in base 64, such as openssl rand -base64 \(byteCount) prints.
        """)

    private static func unusable(_ path: String, _ error: any Error) -> SettingFault {
        SettingFault("\(path), the key of this database, cannot be used: \(error.localizedDescription)")
    }

    private static func contents(of path: String) throws -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
        guard let bytes = read(text) else { throw SettingFault("\(path) holds no key: \(byteCount) bytes in base 64.") }
        return bytes
    }

    /// Writes under another name first, so that no half of a key is ever taken for one.
    private static func make(_ path: String, _ bytes: [UInt8]) throws {
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw systemFault(draft) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: bytes)
        try file.synchronize()
        guard rename(draft, path) == 0 else { throw systemFault(path) }
    }

    private static func systemFault(_ path: String) -> SettingFault {
        SettingFault("\(path) cannot be written: \(String(cString: strerror(errno))).")
    }

    private static func read(_ text: String) -> [UInt8]? {
        let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
        return data.flatMap { $0.count == byteCount ? Array($0) : nil }
    }
}
