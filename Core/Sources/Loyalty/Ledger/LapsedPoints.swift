/// What has lapsed of the lots that a reversal takes from first, as far as no earlier one has undone it.
public struct LapsedPoints: Hashable, Sendable {
    /// The lots, as they stand.
    public let lots: [Lot]
    /// How much of each has lapsed.
    public let uses: [LotUse]

    public static let none = LapsedPoints(lots: [], lapses: [])

    /// - Parameters:
    ///   - lapses: What lapsed of each of the lots, in the order of their opening.
    ///   - undone: How much of that earlier reversals have undone.
    public init(lots: [Lot], lapses: [LotUse], undone: Points = .zero) {
        self.lots = lots
        uses = lapses.dropping(undone)
    }
}

extension [LotUse] {
    /// So many points of them, the first ones first.
    func prefix(_ points: Points) -> [LotUse] {
        var rest = Swift.max(.zero, points)
        return compactMap { use in
            let share = Swift.min(rest, use.points)
            rest -= share
            return share > .zero ? LotUse(lotSequence: use.lotSequence, points: share) : nil
        }
    }

    /// All but so many points of them.
    fileprivate func dropping(_ points: Points) -> [LotUse] {
        var rest = points
        return compactMap { use in
            let gone = Swift.min(rest, use.points)
            rest -= gone
            return use.points > gone ? LotUse(lotSequence: use.lotSequence, points: use.points - gone) : nil
        }
    }
}
