extension JSONWriter {
    /// A text between quotes; quotes, backslashes and control characters are escaped, all else stays as it is.
    mutating func appendText(_ text: String) {
        separate()
        bytes.append(ASCII.quote)
        var text = text
        text.withUTF8 { utf8 in
            var written = 0
            for (index, byte) in utf8.enumerated() where needsEscape(byte) {
                bytes.append(contentsOf: utf8[written..<index])
                appendEscape(of: byte)
                written = index + 1
            }
            bytes.append(contentsOf: utf8[written...])
        }
        bytes.append(ASCII.quote)
    }

    /// `true`, `false` or `null`.
    mutating func appendWord(_ word: String) {
        separate()
        bytes.append(contentsOf: word.utf8)
    }

    private func needsEscape(_ byte: UInt8) -> Bool {
        byte < ASCII.space || byte == ASCII.quote || byte == ASCII.backslash
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
