import Foundation

private let chunkByteCount = 65_536

/// The bytes of a file one after the other, of which one chunk at a time is in memory; a byte order mark is skipped.
struct ByteSource {
    /// A place in the file.
    struct Place {
        var offset: UInt64 = 0
        var line = 1
    }

    let byteCount: UInt64
    /// Where the next byte stands.
    private(set) var place = Place()
    private let path: String
    private let file: FileHandle
    private var chunk: [UInt8] = []
    private var index = 0

    init(path: String) throws(FileRejection) {
        self.path = path
        do {
            file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            byteCount = try file.seekToEnd()
        } catch {
            throw FileRejection(path: path, reason: error.localizedDescription)
        }
        try move(to: Place())
        if try !isAtEnd(), chunk.starts(with: [0xEF, 0xBB, 0xBF]) { skipMark() }
    }

    /// Whether no byte is left.
    mutating func isAtEnd() throws(FileRejection) -> Bool {
        guard index == chunk.count else { return false }
        return try !refill()
    }

    /// - Returns: `nil` at the end of the file.
    mutating func next() throws(FileRejection) -> UInt8? {
        if try isAtEnd() { return nil }
        let byte = chunk[index]
        index += 1
        place.offset += 1
        if byte == ASCII.lineFeed { place.line += 1 }
        return byte
    }

    mutating func move(to place: Place) throws(FileRejection) {
        do {
            try file.seek(toOffset: place.offset)
        } catch {
            throw FileRejection(path: path, reason: error.localizedDescription)
        }
        self.place = place
        chunk = []
        index = 0
    }

    private mutating func skipMark() {
        index = 3
        place.offset = 3
    }

    private mutating func refill() throws(FileRejection) -> Bool {
        do {
            chunk = try file.read(upToCount: chunkByteCount).map(Array.init) ?? []
        } catch {
            throw FileRejection(path: path, reason: error.localizedDescription)
        }
        index = 0
        return !chunk.isEmpty
    }
}
