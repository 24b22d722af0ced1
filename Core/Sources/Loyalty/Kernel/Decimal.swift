/// An exact decimal number as people write it: a whole mantissa and a count of decimals.
///
/// It stands between a text (JSON, CSV, a form) and the quantity that text means; nothing here ever rounds.
public struct Decimal: Hashable, Sendable, CustomStringConvertible {
    /// The digits without the decimal point.
    public let mantissa: Int128
    /// How many of the digits stand behind the point; zero or more.
    public let places: Int

    public init(mantissa: Int128, places: Int) {
        self.mantissa = mantissa
        self.places = places
    }

    /// Reads `19.99`, `-3`, `0.5`, `1e3`: what JSON calls a number, so no blanks, no `+`, no thousands separators.
    /// - Returns: `nil` when the text is not such a number or has more than 30 digits.
    public init?(_ text: some StringProtocol) {
        var reader = DecimalReader(text.utf8)
        guard let value = reader.read() else { return nil }
        self = value
    }

    /// The value as a whole number of units that are `10^-places` each.
    /// - Throws: ``DecimalRejection`` when it is finer than that, or does not fit into 64 bits.
    public func scaled(toPlaces wanted: Int) throws(DecimalRejection) -> Int64 {
        var value = mantissa
        var scale = places
        while scale > wanted {
            guard value % 10 == 0 else { throw .mustNotBeFiner(places: wanted) }
            value /= 10
            scale -= 1
        }
        while scale < wanted {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            guard !overflow else { throw .mustFitIn64Bits }
            value = product
            scale += 1
        }
        guard let fitting = Int64(exactly: value) else { throw .mustFitIn64Bits }
        return fitting
    }

    /// Plain decimals without superfluous zeros: `19.9`, `-0.5`, `3`.
    public var description: String {
        var digits = String(mantissa.magnitude)
        guard places > 0 else { return mantissa < 0 ? "-\(digits)" : digits }
        if digits.count <= places { digits = String(repeating: "0", count: places - digits.count + 1) + digits }
        let whole = digits.dropLast(places)
        var fraction = digits.suffix(places)
        while fraction.last == "0" { fraction.removeLast() }
        let sign = mantissa < 0 ? "-" : ""
        return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
    }
}

/// Why an exact number cannot be the quantity it was meant for.
public enum DecimalRejection: Error, Hashable {
    /// It has more decimals than the quantity has.
    case mustNotBeFiner(places: Int)
    case mustFitIn64Bits
}
