import Crypto

/// The files that pages are made with, under names that change with what is in them, so that browsers keep them for
/// good.
struct AssetShelf: Sendable {
    /// A file as it is sent.
    struct Asset: Sendable {
        let type: String
        let bytes: [UInt8]
        /// Packed for the way; `nil` where that gains nothing.
        let packed: [UInt8]?
    }

    /// A file as it stands in the sources.
    struct File: Sendable {
        let name: String
        let bytes: [UInt8]
    }

    private let paths: [String: String]
    private let assets: [String: Asset]

    /// - Throws: ``AssetFault`` for a file of a type that browsers are not told of.
    init(_ files: [File]) throws(AssetFault) {
        var (paths, assets) = ([String: String](), [String: Asset]())
        for file in files {
            guard let (stem, ending) = parts(of: file.name), let type = types[ending] else {
                throw .typeMustBeKnown(file.name)
            }
            let name = "\(stem).\(digest(of: file.bytes)).\(ending)"
            paths[file.name] = "/assets/\(name)"
            let packed = ending == "png" ? nil : Gzip.packed(file.bytes, level: 9)
            assets[name] = Asset(type: type, bytes: file.bytes, packed: packed)
        }
        self.paths = paths
        self.assets = assets
    }

    /// Where a file is served, by the name it has in the sources; `nil` where there is none.
    func path(of name: String) -> String? { paths[name] }

    /// A file by the name it is served under.
    func asset(_ name: String) -> Asset? { assets[name] }
}

/// Why a file cannot be served.
enum AssetFault: Error, Equatable {
    case typeMustBeKnown(String)
}

private let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "png": "image/png",
]

/// Ten digits are enough to tell one edition of a file from the next.
private func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).prefix(5).map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
}

private func parts(of name: String) -> (stem: Substring, ending: String)? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return (name[..<dot], String(name[name.index(after: dot)...]))
}
