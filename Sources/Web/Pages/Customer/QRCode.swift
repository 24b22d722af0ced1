import CQRCode

/// A QR code as the path of an SVG: black squares on a field of white ones, with the quiet border that scanners need.
struct QRCode: Sendable {
    /// How many squares it has from edge to edge, the border counted.
    let size: Int
    /// What to fill with black.
    let path: String

    /// - Returns: `nil` for a text that is too long for any code, or has a zero in it.
    init?(_ text: String) {
        // Middle error correction: screens are clean, but scratched.
        guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard width > 0, let squares = code.pointee.data else { return nil }
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, squares[row * width + column] & 1 == 1 { column += 1 }
                if column > start {
                    path += "M\(start + border) \(row + border)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        size = width + 2 * border
        self.path = path
    }
}

/// ISO/IEC 18004 asks for four squares.
private let border = 4
