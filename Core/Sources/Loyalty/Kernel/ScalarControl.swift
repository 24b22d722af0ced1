extension Unicode.Scalar {
    /// Whether it is a control character (the general category Cc): told by its number, which takes no table.
    public var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
