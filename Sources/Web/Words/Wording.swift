import Loyalty

/// Says numbers, money, days and counts as people read them.
struct Wording: Sendable {
    let words: Catalogue

    init(_ words: Catalogue) { self.words = words }

    var language: Language { words.language }

    /// `1,234`
    func number(_ number: Int64) -> String { grouped(number) }

    /// `84 points`
    func points(_ points: Points) -> String { words.count("points", points.count) }

    /// `+84` or `−30`, for columns.
    func signed(_ points: Points) -> String { (points > .zero ? "+" : "") + grouped(points.count) }

    /// `KSh 1,999.00`
    func money(_ money: Money) -> String {
        let places = money.currency.places
        let digits = String(money.minorUnits.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let whole = grouped(digits: String(padded.dropLast(places)))
        let amount = places == 0 ? whole : "\(whole).\(padded.suffix(places))"
        let sign = money.minorUnits < 0 ? "−" : ""
        guard let symbol = symbols[money.currency.code] else { return "\(sign)\(money.currency.code)\u{A0}\(amount)" }
        return sign + symbol + amount
    }

    /// `4 Nov 2026`
    func day(_ day: Day) -> String {
        let (year, month, number) = day.date
        return "\(number)\u{A0}\(words("month.\(month)"))\u{A0}\(year)"
    }

    /// `today`, `tomorrow`, `in 12 days`, or the day itself when it is far.
    func coming(_ day: Day, from today: Day) -> String {
        switch day - today {
        case ...0: words("day.today")
        case 1: words("day.tomorrow")
        case let days where days <= nearDaysMax: words.count("day.in", Int64(days))
        default: self.day(day)
        }
    }

    /// `today`, `yesterday`, `12 days ago`, or the day itself when it is long past.
    func past(_ day: Day, from today: Day) -> String {
        switch today - day {
        case ...0: words("day.today")
        case 1: words("day.yesterday")
        case let days where days <= nearDaysMax: words.count("day.ago", Int64(days))
        default: self.day(day)
        }
    }
}

private let nearDaysMax = 30

/// What amounts are written with, where it is known to everybody who uses the currency.
private let symbols = [
    "EUR": "€", "USD": "$", "GBP": "£", "KES": "KSh\u{A0}", "TZS": "TSh\u{A0}", "UGX": "USh\u{A0}", "NGN": "₦",
    "ZAR": "R\u{A0}", "INR": "₹", "JPY": "¥",
]

/// A number with a comma between thousands, and a minus sign as wide as a digit.
func grouped(_ number: Int64) -> String { (number < 0 ? "−" : "") + grouped(digits: String(number.magnitude)) }

private func grouped(digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return text
}
