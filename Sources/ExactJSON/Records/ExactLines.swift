import Foundation

/// The lines of a file, or of standard input, byte by byte as they stand there, in memory that does not grow with it.
public final class ExactLines {
    private let file: ReadableFile
    private var chunk: [UInt8] = []
    private var index = 0

    /// - Parameter path: `nil` for standard input.
    /// - Throws: ``FileRejection``, here and while reading.
    public init(path: String?) throws(FileRejection) { file = try ReadableFile(path: path) }

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
        chunk = try file.chunk()
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
