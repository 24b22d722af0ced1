/// A member's open lots while a decision is being made; it keeps account of what the decision takes from which.
struct LotBook {
    private(set) var lots: [Lot]
    private(set) var uses: [LotUse] = []

    init(_ lots: [Lot]) { self.lots = lots }

    /// Takes points from the lots that may be used, in consumption order.
    /// - Returns: What could not be taken, because the lots did not hold so much.
    mutating func consume(_ points: Points, from isUsable: (Lot) -> Bool = { _ in true }) -> Points {
        var missing = points
        for place in lots.indices.sorted(by: { Lot.isConsumedBefore(lots[$0], lots[$1]) }) {
            guard missing > .zero, isUsable(lots[place]), lots[place].remaining > .zero else { continue }
            let taken = min(missing, lots[place].remaining)
            move(taken, at: place)
            missing -= taken
        }
        return missing
    }

    /// Gives back what earlier uses took, to the same lots, all of which must be in the book.
    mutating func restore(_ earlier: [LotUse]) {
        for use in earlier {
            let place = lots.firstIndex { $0.sequence == use.lotSequence }
            precondition(place != nil, "lot \(use.lotSequence) is not in the book")
            if let place { move(-use.points, at: place) }
        }
    }

    /// Takes so much from each of some lots, at one go; nothing else may have been taken before.
    mutating func take(_ all: [LotUse]) {
        let points = Dictionary(uniqueKeysWithValues: all.map { ($0.lotSequence, $0.points) })
        for place in lots.indices {
            guard let taken = points[lots[place].sequence] else { continue }
            lots[place].remaining -= taken
        }
        uses = all
    }

    /// Adds the lot that a credit opens.
    mutating func open(_ lot: Lot) { lots.append(lot) }

    /// Keeps one use a lot: what is given back to a lot and taken again at once is one movement.
    private mutating func move(_ points: Points, at place: Int) {
        lots[place].remaining -= points
        let earlier = uses.firstIndex { $0.lotSequence == lots[place].sequence }
        let moved = points + (earlier.map { uses.remove(at: $0).points } ?? .zero)
        if moved != .zero { uses.append(LotUse(lotSequence: lots[place].sequence, points: moved)) }
    }
}
