import Loyalty

// Quantities as tests spell them; a misspelt one ends the test run at once.

func currency(_ code: String) -> Currency { try! Currency(code) }

func decimal(_ text: some StringProtocol) -> Decimal { Decimal(text)! }

func money(_ text: some StringProtocol, _ currency: Currency = kes) -> Money {
    try! Money(decimal(text), currency, field: "amount")
}

func rate(_ text: some StringProtocol) -> Rate {
    Rate(tenThousandths: try! decimal(text).scaled(toPlaces: Rate.places))
}

func exchangeRate(_ text: some StringProtocol) -> ExchangeRate {
    try! ExchangeRate(decimal(text), field: "exchange_rate")
}

func day(_ text: some StringProtocol) -> Day { Day(text)! }

/// `2026-11-02T10:00:00Z`, or a day alone for its noon.
func instant(_ text: some StringProtocol) -> Instant { Instant(text) ?? noon(on: day(text)) }

func noon(on day: Day) -> Instant { Instant(milliseconds: 0).adding(days: Int(day.number)).adding(seconds: 43_200) }

/// The rows of a table written as text: one a line, columns two or more blanks apart.
func rows(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { line in
        line.split(separator: "  ").map { $0.drop { $0 == " " } }.map { cell in
            String(cell.reversed().drop { $0 == " " }.reversed())
        }
        .filter { !$0.isEmpty }
    }
}

/// Every order that some things can come in.
func permutations<Element>(of elements: [Element]) -> [[Element]] {
    guard elements.count > 1 else { return [elements] }
    return elements.indices.flatMap { place in
        var rest = elements
        let first = rest.remove(at: place)
        return permutations(of: rest).map { [first] + $0 }
    }
}
