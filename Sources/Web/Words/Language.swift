/// A language that the pages speak.
enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case swahili = "sw"

    /// How the language calls itself.
    var ownName: String {
        switch self {
        case .english: "English"
        case .swahili: "Kiswahili"
        }
    }

    /// The language that a browser asks for: the first of its list that there is, in the order of its preference.
    /// - Parameter header: `Accept-Language`, such as `sw-KE,sw;q=0.9,en;q=0.8`.
    init(acceptedBy header: String?) {
        let wishes = (header ?? "").split(separator: ",").enumerated().map { place, wish in
            let parts = wish.split(separator: ";")
            let name = parts.first.map { String($0.filter { $0 != " " }.prefix(2)).lowercased() } ?? ""
            return (name: name, weight: weight(of: parts.dropFirst()), place: place)
        }
        let ranked = wishes.filter { $0.weight > 0 }.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }
        self = ranked.lazy.compactMap { Language(rawValue: $0.name) }.first ?? .english
    }
}

/// A quality value of RFC 9110, section 12.4.2, in thousandths; what cannot be read counts in full.
private func weight(of parameters: ArraySlice<Substring>) -> Int {
    for parameter in parameters {
        let text = parameter.filter { $0 != " " }
        guard text.hasPrefix("q=") else { continue }
        let digits = text.dropFirst(2).split(separator: ".", maxSplits: 1)
        guard let whole = digits.first.flatMap({ Int($0) }), (0...1).contains(whole) else { return 1_000 }
        let fraction = digits.count == 2 ? String(digits[1].prefix(3)) : ""
        let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
        return min(1_000, whole * 1_000 + (Int(padded) ?? 0))
    }
    return 1_000
}
