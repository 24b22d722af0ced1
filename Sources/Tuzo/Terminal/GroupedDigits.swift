extension BinaryInteger {
    /// The digits in groups of three: `6,919`.
    func grouped() -> String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// With what is counted: `6,919 orders`, `1 order`.
    func grouped(_ one: String, _ many: String? = nil) -> String {
        "\(grouped()) \(self == 1 ? one : many ?? one + "s")"
    }
}
