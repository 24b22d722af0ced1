import Model

/// Makes up offers and their changes.
struct OfferWriter {
    private(set) var first: [(name: String, offer: Offer)]

    init() {
        var (mug, cake, box, bonus) = (Offer(cost: 120), Offer(cost: 30), Offer(cost: 60), Offer(cost: 40))
        mug.limit = 2
        (cake.stock, cake.codeDays) = (3, 2)
        (box.tier, box.codeDays) = ("gold", 5)
        (bonus.bonus, bonus.isForfeited) = (55, true)
        first = [
            ("coffee", Offer(cost: 50)), ("mug", mug), ("last-cake", cake), ("gold-box", box), ("bonus", bonus),
        ]
    }

    mutating func next(_ dice: inout Dice) -> Event {
        let place = Int(dice.number(0...Int64(first.count - 1)))
        switch dice.number(0...5) {
        case 0: first[place].offer.isActive = dice.happens(80)
        case 1: first[place].offer.stock = dice.pick([nil, 2, 4, 10])
        case 2: first[place].offer.limit = dice.pick([nil, 1, 3])
        case 3: first[place].offer.tier = dice.pick(["", "", "silver", "gold"])
        case 4: first[place].offer.codeDays = Int(dice.number(1...20))
        default: first[place].offer.cost = dice.number(10...90)
        }
        var offer = first[place].offer
        if dice.happens(8) { offer.cost = 0 }
        return .offer(first[place].name, offer)
    }
}
