import Model

/// Makes up programs and their changes.
struct ProgramWriter {
    private let scene: Scene
    private var rules: Rules
    private var tiers: TierWriter

    init(_ scene: Scene) {
        self.scene = scene
        tiers = TierWriter(scene)
        rules = Rules(ladder: tiers.ladder, invitations: Invitations(minimum: 25 * scene.unit))
    }

    /// The first program settles by which periods tiers are held.
    mutating func first(_ dice: inout Dice) -> Rules {
        rules.period = dice.pick(Rules.Period.allCases)
        rules.fall = dice.pick(Rules.Fall.allCases)
        rules.graceDays = Int(dice.pick([0, 0, 10, 45]))
        for _ in 0..<4 { change(&dice) }
        changeBonuses(&dice)
        rules.isActive = dice.happens(95)
        return rules
    }

    /// A change, which at times cannot be.
    mutating func next(_ dice: inout Dice) -> Rules {
        switch dice.number(0...9) {
        case 0...2: change(&dice)
        case 3: changeBonuses(&dice)
        case 4: changeInvitations(&dice)
        case 5: changePeriod(&dice)
        default: rules.ladder = tiers.next(&dice)
        }
        return dice.happens(12) ? spoiled(&dice) : rules
    }

    private func spoiled(_ dice: inout Dice) -> Rules {
        var wrong = rules
        switch dice.number(0...7) {
        case 0: wrong.pointsPerUnit = -1
        case 1: wrong.ladder[0].threshold = 1
        case 2: wrong.expiry = .days(0)
        case 3: wrong.ladder.append(Rules.Rung("steel", from: 0, times: 10_000))
        case 4: wrong.ladder.append(Rules.Rung(wrong.ladder[0].name, from: 90_000 * scene.unit, times: 10_000))
        case 5: wrong.bonuses.review.points = -1
        case 6: wrong.bonuses.review.limit = 0
        default: wrong.invitations.minimum = -1
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

    private mutating func changeBonuses(_ dice: inout Dice) {
        var bonuses = Bonuses()
        bonuses.signup = dice.pick([0, 40])
        bonuses.birthday = dice.pick([0, 60, 75])
        bonuses.review = gift(&dice)
        for event in Scene.events.dropFirst() where dice.happens(80) { bonuses.events[event] = gift(&dice) }
        rules.bonuses = bonuses
    }

    private func gift(_ dice: inout Dice) -> Bonuses.Gift {
        Bonuses.Gift(
            points: dice.pick([0, 5, 10, 20]), limit: dice.number(1...2), period: dice.pick(Bonuses.Period.allCases))
    }

    private mutating func changeInvitations(_ dice: inout Dice) {
        rules.invitations.isOn = dice.happens(85)
        rules.invitations.referrer = dice.pick([0, 30, 100])
        rules.invitations.referee = dice.pick([0, 10, 50])
        rules.invitations.minimum = dice.pick([0, 10, 25, 60]) * scene.unit
    }

    private mutating func changePeriod(_ dice: inout Dice) {
        switch dice.number(0...2) {
        case 0: rules.period = dice.pick(Rules.Period.allCases)
        case 1: rules.fall = dice.pick(Rules.Fall.allCases)
        default: rules.graceDays = Int(dice.pick([0, 10, 45]))
        }
    }
}
