import ExactJSON
import Operations

/// More than any platform puts into a token.
private let byteCountMax = 8_192

/// A token in its three parts, of which only the header has been looked into: the rest waits for the signature.
struct TokenText {
    /// How it says it was signed; a claim like all others.
    let algorithm: String
    /// Which key it says it was signed with.
    let keyID: String?
    /// What the signature is over.
    let signed: ArraySlice<UInt8>
    let signature: [UInt8]
    private let payload: ArraySlice<UInt8>

    /// - Returns: `nil` for what is no token, or one with demands that are not understood here (RFC 7515, `crit`).
    init?(_ text: String) {
        guard text.utf8.count <= byteCountMax else { return nil }
        let bytes = Array(text.utf8)
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = object(parts[0]), let signature = Base64URL.bytes(of: parts[2]),
            case .string(let algorithm) = header["alg"], header["crit"] == nil, isTokenType(header["typ"])
        else { return nil }
        switch header["kid"] {
        case nil: keyID = nil
        case .string(let id): keyID = id
        default: return nil
        }
        self.algorithm = algorithm
        self.signature = signature
        signed = bytes[..<parts[1].endIndex]
        payload = parts[1]
    }

    /// The claims; to be asked for only once the signature was found right.
    var claims: JSONObject? { object(payload) }
}

private func object(_ part: ArraySlice<UInt8>) -> JSONObject? {
    guard let bytes = Base64URL.bytes(of: part) else { return nil }
    do {
        guard case .object(let object) = try JSONValue(parsing: bytes) else { return nil }
        return object
    } catch {
        return nil
    }
}

private func isTokenType(_ type: JSONValue?) -> Bool {
    switch type {
    case nil: true
    case .string(let text): ["jwt", "at+jwt"].contains(text.lowercased())
    default: false
    }
}
