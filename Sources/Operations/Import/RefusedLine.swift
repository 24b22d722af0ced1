public import Loyalty

/// A row of a file that was not imported, and why.
public struct RefusedLine: Sendable {
    /// The line it begins on; the first is 1.
    public let line: Int
    public let reason: any Rejection
    /// Its bytes as they stand in the file.
    public let raw: [UInt8]
}

extension RefusedLine: CustomStringConvertible {
    /// `line 17: amount_must_not_be_negative: total must not be negative.`
    public var description: String { "line \(line): \(reason.code): \(reason.sentence)" }
}
