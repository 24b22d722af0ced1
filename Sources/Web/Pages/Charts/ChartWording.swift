import Loyalty

extension Wording {
    /// `1,200`, `50k`, `2.5M`: a tick of an axis, as short as it can be said exactly.
    func short(_ number: Int64) -> String {
        let sign = number < 0 ? "−" : ""
        for (unit, least, key) in units where number.magnitude >= least && number.magnitude % (unit / 10) == 0 {
            let (whole, tenths) = (number.magnitude / unit, number.magnitude % unit / (unit / 10))
            let text = tenths == 0 ? grouped(Int64(whole)) : "\(grouped(Int64(whole))).\(tenths)"
            return sign + words(key, ["number": text])
        }
        return grouped(number)
    }

    /// `12.5 %`, rounded to one decimal, half up.
    func share(_ part: Int128, of whole: Int128) -> String {
        guard let tenths = Loyalty.share(of: part, in: whole) else { return "–" }
        return percent(tenths: tenths)
    }

    /// `12.5 %`
    func percent(tenths: Int64) -> String {
        let (whole, rest) = (tenths.magnitude / 10, tenths.magnitude % 10)
        return "\(tenths < 0 ? "−" : "")\(grouped(Int64(whole)))\(rest == 0 ? "" : ".\(rest)")\u{A0}%"
    }
}

/// The units, and from where on numbers are said in them; `1,200` is as short as `1.2k`, and plainer.
private let units: [(unit: UInt64, least: UInt64, key: String)] = [
    (1_000_000_000_000, 1_000_000_000_000, "chart.trillions"), (1_000_000_000, 1_000_000_000, "chart.billions"),
    (1_000_000, 1_000_000, "chart.millions"), (1_000, 10_000, "chart.thousands"),
]
