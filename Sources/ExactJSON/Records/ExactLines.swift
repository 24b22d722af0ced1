import Foundation

private let chunkByteCount = 262_144

/// The lines of a file, or of standard input, byte by byte as they stand there, in memory that does not grow with it.
public final class ExactLines {
    private let file: FileHandle
    private let path: String
    private var chunk: [UInt8] = []
    private var index = 0

    /// - Parameter path: `nil` for standard input.
    /// - Throws: ``FileRejection``, here and while reading.
    public init(path: String?) throws(FileRejection) {
        self.path = path ?? "standard input"
        guard let path else {
            file = .standardInput
            return
        }
        do {
            file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw FileRejection(path: path, reason: error.localizedDescription)
        }
    }

    /// The next line without the line feed that ends it; `nil` where the file ends, be it in the middle of a line.
    /// - Parameter max: The most bytes that are read; what is longer is handed over cut off.
    public func next(max: Int) throws(FileRejection) -> [UInt8]? {
        var line: [UInt8] = []
        while line.count <= max {
            if index == chunk.count, try !refill() { return nil }
            let rest = chunk[index...]
            let end = rest.firstLineFeed
            line += rest[..<(end ?? rest.endIndex)]
            index = end.map { $0 + 1 } ?? rest.endIndex
            if end != nil { return line }
        }
        return line
    }

    private func refill() throws(FileRejection) -> Bool {
        do {
            chunk = try file.read(upToCount: chunkByteCount).map(Array.init) ?? []
        } catch {
            throw FileRejection(path: path, reason: error.localizedDescription)
        }
        index = 0
        return !chunk.isEmpty
    }
}

extension ArraySlice<UInt8> {
    fileprivate var firstLineFeed: Int? {
        withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let found = memchr(start, Int32(ASCII.lineFeed), bytes.count) else {
                return nil
            }
            return startIndex + (UnsafeRawPointer(found) - start)
        }
    }
}
