/// The axis that values stand on: from one round number to another, with round numbers between them.
///
/// Everything is whole numbers, so that what is drawn is exactly what stands in the table beside it.
struct ChartScale: Equatable, Sendable {
    let bottom: Int64
    let top: Int64
    /// From one tick to the next.
    let step: Int64

    /// An axis that has room for all values, and for zero.
    init(covering values: some Sequence<Int64>) {
        var (least, most): (Int128, Int128) = (0, 0)
        for value in values {
            least = min(least, Int128(max(value, -valueMax)))
            most = max(most, Int128(min(value, valueMax)))
        }
        let step = roundStep(atLeast: (most - least + intervalsWanted - 1) / intervalsWanted)
        let (below, above) = ((-least + step - 1) / step, (most + step - 1) / step)
        bottom = Int64(-below * step)
        top = Int64((below + above == 0 ? 1 : above) * step)
        self.step = Int64(step)
    }

    /// The ticks, the highest first.
    var ticks: [Int64] { stride(from: top, through: bottom, by: -Int64.Stride(step)).map(\.self) }

    /// How far below the upper edge a value is drawn, on a drawing that is so high.
    func depth(of value: Int64, on height: Int64) -> Int64 {
        let held = Int128(min(max(value, bottom), top))
        let span = Int128(top) - Int128(bottom)
        return Int64(((Int128(top) - held) * Int128(height) * 2 + span) / (span * 2))
    }
}

/// Beyond it a value is drawn at the edge: far more than all points there can be.
private let valueMax: Int64 = 4_000_000_000_000_000_000
private let intervalsWanted: Int128 = 4

/// The least number of the kind 1, 2, 5, 10, 20, 50 … that is not below another.
private func roundStep(atLeast wanted: Int128) -> Int128 {
    var power: Int128 = 1
    while power * 10 <= wanted { power *= 10 }
    return [1, 2, 5, 10].lazy.map { $0 * power }.first { $0 >= wanted } ?? power
}

/// How long the bar of a value is beside the one of the largest, on a drawing that is so wide. What is there at all can
/// be seen.
func barLength(of value: Int64, beside largest: Int64, on width: Int64) -> Int64 {
    guard value > 0, largest > 0 else { return 0 }
    let exact = (Int128(min(value, largest)) * Int128(width) * 2 + Int128(largest)) / (Int128(largest) * 2)
    return max(Int64(exact), min(width, barLengthMin))
}

private let barLengthMin: Int64 = 6
