import Model

/// Makes up programs and their changes.
struct ProgramWriter {
    private let scene: Scene
    private var rules: Rules

    init(_ scene: Scene) {
        self.scene = scene
        rules = Rules(ladder: [
            Rules.Rung("bronze", from: 0, times: 10_000), Rules.Rung("silver", from: 500 * scene.unit, times: 12_500),
            Rules.Rung("gold", from: 1_500 * scene.unit, times: 15_000),
            Rules.Rung("platinum", from: 5_000 * scene.unit, times: 20_000),
        ])
    }

    /// The first program settles by which periods tiers are held.
    mutating func first(_ dice: inout Dice) -> Rules {
        rules.period = dice.pick(Rules.Period.allCases)
        rules.fall = dice.pick(Rules.Fall.allCases)
        rules.graceDays = Int(dice.pick([0, 0, 10, 45]))
        for _ in 0..<4 { change(&dice) }
        rules.isActive = dice.happens(95)
        return rules
    }

    /// A change, which at times cannot be.
    mutating func next(_ dice: inout Dice) -> Rules {
        change(&dice)
        guard dice.happens(15) else { return rules }
        var wrong = rules
        switch dice.number(0...3) {
        case 0: wrong.pointsPerUnit = -1
        case 1: wrong.ladder[0].threshold = 1
        case 2: wrong.expiry = .days(0)
        default: wrong.ladder[2].threshold = wrong.ladder[1].threshold
        }
        return wrong
    }

    private mutating func change(_ dice: inout Dice) {
        switch dice.number(0...8) {
        case 0: rules.pointsPerUnit = dice.pick([5_000, 10_000, 10_000, 11_000, 20_000, 33_333])
        case 1: rules.minimumSpend = dice.pick([0, 0, 10, 25]) * scene.unit
        case 2: rules.rounding = dice.pick([.down, .half, .up])
        case 3: rules.pendingDays = Int(dice.pick([0, 0, 0, 7, 14]))
        case 4: rules.expiry = dice.pick([.never, .days(30), .days(90), .days(365), .yearEnd, .idleDays(60)])
        case 5: rules.isWithinBalance.toggle()
        case 6: rules.countsGoodsOnly.toggle()
        case 7: rules.earnsOnPayment.toggle()
        default: rules.isActive = dice.happens(80)
        }
    }
}

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

    mutating func next(_ dice: inout Dice) -> (String, Offer) {
        let place = Int(dice.number(0...Int64(first.count - 1)))
        switch dice.number(0...5) {
        case 0: first[place].offer.isActive.toggle()
        case 1: first[place].offer.stock = dice.pick([nil, 2, 10, 40])
        case 2: first[place].offer.limit = dice.pick([nil, 1, 3])
        case 3: first[place].offer.tier = dice.pick(["", "silver", "gold"])
        case 4: first[place].offer.codeDays = Int(dice.number(1...20))
        default: first[place].offer.cost = dice.number(10...90)
        }
        var offer = first[place].offer
        if dice.happens(8) { offer.cost = 0 }
        return (first[place].name, offer)
    }
}
