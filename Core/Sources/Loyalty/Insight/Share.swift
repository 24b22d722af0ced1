/// A part of a whole in tenths of a percent, rounded half away from zero; `nil` where there is no whole.
public func share(of part: Int128, in whole: Int128) -> Int64? {
    guard whole > 0 else { return nil }
    let half = part < 0 ? -whole : whole
    return Int64(clamping: (part * 2_000 + half) / (whole * 2))
}

/// By how much a figure differs from the one before, in tenths of a percent of that one; `nil` where there was none.
public func growth(from before: Int64, to now: Int64) -> Int64? {
    share(of: Int128(now) - Int128(before), in: Int128(before))
}
