extension JSONWriter {
    /// A text between quotes; quotes, backslashes and control characters are escaped, all else stays as it is.
    mutating func appendText(_ text: String) {
        separate()
        bytes.append(ASCII.quote)
        var text = text
        text.withUTF8 { utf8 in
            let needsEscapes = utf8.reduce(0) { $0 | escapeFlag(of: $1) } != 0
            if needsEscapes { appendEscaping(utf8) } else { bytes.append(contentsOf: utf8) }
        }
        bytes.append(ASCII.quote)
    }

    private mutating func appendEscaping(_ utf8: UnsafeBufferPointer<UInt8>) {
        var written = 0
        for (index, byte) in utf8.enumerated() where escapeFlag(of: byte) != 0 {
            bytes.append(contentsOf: utf8[written..<index])
            appendEscape(of: byte)
            written = index + 1
        }
        bytes.append(contentsOf: utf8[written...])
    }

    /// `true`, `false` or `null`.
    mutating func appendWord(_ word: String) {
        separate()
        bytes.append(contentsOf: word.utf8)
    }

    /// One for what needs an escape, and zero for all else; without a branch, so that many bytes are looked at at once.
    private func escapeFlag(of byte: UInt8) -> UInt8 {
        (byte < ASCII.space ? 1 : 0) | (byte == ASCII.quote ? 1 : 0) | (byte == ASCII.backslash ? 1 : 0)
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(ASCII.backslash)
        switch byte {
        case ASCII.quote, ASCII.backslash: bytes.append(byte)
        case ASCII.lineFeed: bytes.append(UInt8(ascii: "n"))
        case ASCII.carriageReturn: bytes.append(UInt8(ascii: "r"))
        case ASCII.tab: bytes.append(UInt8(ascii: "t"))
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(byte < 0x10 ? ASCII.zero : ASCII.zero + 1)
            bytes.append(Array("0123456789abcdef".utf8)[Int(byte & 0x0F)])
        }
    }
}
