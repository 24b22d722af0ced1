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
}
