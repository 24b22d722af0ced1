/// A chart: a question, a sentence that answers it, a drawing, and the same numbers as a table. The template `chart`
/// shows it.
struct Chart: Sendable {
    /// Names the chart within its page.
    let id: String
    /// The question that the chart answers.
    let title: String
    /// What it shows, for those who do not see it, and for those who do.
    let sentence: String
    /// Lines over time; `nil` where there are none to draw.
    var trend: TrendDrawing?
    /// Bars, one below the other.
    var bars: [BarDrawing] = []
    /// Whether there is nothing to draw.
    let isEmpty: Bool
    let table: ChartTable
}

/// The numbers of a chart.
struct ChartTable: Sendable {
    /// The names of the columns; the first is that of the rows.
    let columns: [String]
    let rows: [Row]

    struct Row: Sendable {
        let label: String
        let cells: [String]
    }
}

extension Chart {
    /// Lines over time.
    /// - Parameters:
    ///   - moments: What each place on the axis of time is called, in the table and below the drawing.
    ///   - series: At most three; each has a value for each moment.
    ///   - heading: What the moments are, for the table: a day, a week.
    static func trend(
        _ id: String, _ title: String, _ sentence: String, over moments: [String], heading: String,
        _ series: [TrendSeries], _ wording: Wording
    ) -> Chart {
        let rows = moments.enumerated().map { place, moment in
            ChartTable.Row(label: moment, cells: series.map { wording.number($0.values[place]) })
        }
        return Chart(
            id: id, title: title, sentence: sentence,
            trend: moments.isEmpty ? nil : TrendDrawing(series, over: moments, wording), isEmpty: moments.isEmpty,
            table: ChartTable(columns: [heading] + series.map(\.label), rows: rows))
    }

    /// Bars of parts of a whole, with the share of each.
    static func distribution(
        _ id: String, _ title: String, _ sentence: String, _ parts: [BarPart], headings: [String], _ wording: Wording
    ) -> Chart {
        let whole = parts.reduce(Int128(0)) { $0 + Int128($1.value) }
        let largest = parts.map(\.value).max() ?? 0
        let bars = parts.map { part in
            BarDrawing(
                label: part.label, value: part.shown ?? wording.number(part.value),
                share: wording.share(Int128(part.value), of: whole),
                length: barLength(of: part.value, beside: largest, on: barWidth), mark: part.mark, path: part.path)
        }
        let rows = bars.map { ChartTable.Row(label: $0.label, cells: [$0.value, $0.share]) }
        return Chart(
            id: id, title: title, sentence: sentence, bars: bars, isEmpty: parts.isEmpty,
            table: ChartTable(columns: headings, rows: rows))
    }
}

/// One part of a whole.
struct BarPart: Sendable {
    let label: String
    let value: Int64
    /// The value in words, where it is not a plain number.
    var shown: String?
    /// The class that gives the bar its look.
    var mark = ""
    /// Where the part leads; `nil` where it leads nowhere.
    var path: String?
}

/// A bar as it is drawn.
struct BarDrawing: Sendable {
    let label: String
    let value: String
    let share: String
    /// 0 to 1,000.
    let length: Int64
    let mark: String
    let path: String?
}

private let barWidth: Int64 = 1_000
