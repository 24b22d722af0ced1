/// What a line of a trend shows.
struct TrendSeries: Sendable {
    let label: String
    let values: [Int64]
}

/// Lines over time, as paths on a drawing of 3,000 by 1,000 that is stretched to the page.
///
/// Words and numbers stand beside the drawing and not in it, so that they keep their size on a small screen.
struct TrendDrawing: Sendable {
    /// What stands beside the axis, the highest first.
    let ticks: [String]
    /// Where its lines are.
    let grid: [Int64]
    let lines: [Line]
    /// What stands below the drawing: the first moment, one in the middle, the last.
    let marks: [String]

    struct Line: Sendable {
        let label: String
        /// The class of the line: `line-1` and so on.
        let style: String
        let path: String
        /// What lies under the line; `nil` for all but the first, and where there is no line to lie under.
        let area: String?
    }

    init(_ series: [TrendSeries], over moments: [String], _ wording: Wording) {
        let scale = ChartScale(covering: series.flatMap(\.values))
        ticks = scale.ticks.map(wording.short)
        grid = scale.ticks.map { scale.depth(of: $0, on: drawingHeight) }
        lines = series.enumerated().map { place, series in
            let points = linePoints(series.values, on: scale)
            return Line(
                label: series.label, style: "line-\(place + 1)", path: linePath(through: points),
                area: place == 0 ? areaPath(under: points, downTo: scale.depth(of: 0, on: drawingHeight)) : nil)
        }
        let places = Set([0, (moments.count - 1) / 2, moments.count - 1]).sorted()
        marks = places.filter(moments.indices.contains).map { moments[$0] }
    }
}

private let drawingWidth: Int64 = 3_000
private let drawingHeight: Int64 = 1_000

/// A place on a drawing.
struct DrawingPoint: Equatable {
    let x: Int64
    let y: Int64
}

/// Where the values of a line are: evenly from the left edge to the right one; a single one in the middle.
func linePoints(_ values: [Int64], on scale: ChartScale) -> [DrawingPoint] {
    let last = Int64(values.count - 1)
    return values.enumerated().map { place, value in
        let x = last == 0 ? drawingWidth / 2 : (Int64(place) * drawingWidth * 2 + last) / (last * 2)
        return DrawingPoint(x: x, y: scale.depth(of: value, on: drawingHeight))
    }
}

/// A line through the points; a single one is a stroke without length, which its round ends make a dot of.
func linePath(through points: [DrawingPoint]) -> String {
    guard let first = points.first else { return "" }
    guard points.count > 1 else { return "M\(first.x) \(first.y)h0" }
    return "M" + points.map { "\($0.x) \($0.y)" }.joined(separator: "L")
}

/// What lies between a line and the base.
func areaPath(under points: [DrawingPoint], downTo base: Int64) -> String? {
    guard let first = points.first, let last = points.last, points.count > 1 else { return nil }
    return "\(linePath(through: points))L\(last.x) \(base)L\(first.x) \(base)Z"
}
