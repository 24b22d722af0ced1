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
    private let file: ReadableFile
    private var chunk: [UInt8] = []
    private var index = 0

    init(path: String) throws(FileRejection) {
        file = try ReadableFile(path: path)
        byteCount = try file.moveToEnd()
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
        try file.move(to: place.offset)
        self.place = place
        chunk = []
        index = 0
    }

    private mutating func skipMark() {
        index = 3
        place.offset = 3
    }

    private mutating func refill() throws(FileRejection) -> Bool {
        chunk = try file.chunk()
        index = 0
        return !chunk.isEmpty
    }
}
