extension Customer {
    /// Whether the same e-mail address or the same phone number is known of both: what an invitation to oneself under
    /// another id looks like.
    public func isSamePerson(as other: Customer) -> Bool {
        if id == other.id { return true }
        if let key = email.flatMap(emailKey), key == other.email.flatMap(emailKey) { return true }
        if let key = phone.flatMap(phoneKey), key == other.phone.flatMap(phoneKey) { return true }
        return false
    }
}

/// The form of an e-mail address that all its spellings share: without blanks, A to Z in lower case, and of
/// the part before the last `@` no dots and nothing from the first `+` on. Other letters are compared byte by byte.
/// - Returns: `nil` for what is no address, so that it is like nothing else.
func emailKey(_ email: String) -> String? {
    let bytes = email.utf8.filter { !isBlank($0) }.map(lowercased)
    guard let at = bytes.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let name = bytes[..<at].prefix { $0 != UInt8(ascii: "+") }.filter { $0 != UInt8(ascii: ".") }
    let host = bytes[(at + 1)...]
    guard !name.isEmpty, !host.isEmpty else { return nil }
    return String(decoding: name + [UInt8(ascii: "@")] + host, as: UTF8.self)
}

/// The digits 0 to 9 of a phone number, leading zeros and all; `nil` where there are none.
func phoneKey(_ phone: String) -> String? {
    let digits = phone.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}
