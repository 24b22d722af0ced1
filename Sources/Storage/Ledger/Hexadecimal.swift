/// Bytes as text, two lower-case digits a byte.
public enum Hexadecimal {
    public static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

private let digits = Array("0123456789abcdef".utf8)
