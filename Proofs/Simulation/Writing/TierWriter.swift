import Model

/// Makes up ladders of tiers: thresholds that move, tiers that come and tiers that go.
struct TierWriter {
    private let scene: Scene
    private(set) var ladder: [Rules.Rung]

    init(_ scene: Scene) {
        self.scene = scene
        ladder = [
            Rules.Rung("bronze", from: 0, times: 10_000), Rules.Rung("silver", from: 500 * scene.unit, times: 12_500),
            Rules.Rung("gold", from: 1_500 * scene.unit, times: 15_000),
            Rules.Rung("platinum", from: 5_000 * scene.unit, times: 20_000),
        ]
    }

    /// What does not rise is sent and not remembered; and of what may be refused because somebody holds a tier that is
    /// to go, half is forgotten.
    mutating func next(_ dice: inout Dice) -> [Rules.Rung] {
        var changed = ladder
        let place = Int(dice.number(0...Int64(ladder.count - 1)))
        switch dice.number(0...9) {
        case 0...3: changed[place].threshold = place == 0 ? 0 : threshold(&dice)
        case 4: changed[place].multiplier = dice.pick([10_000, 12_500, 17_500, 30_000])
        case 5...7: add(&changed, &dice)
        default:
            if changed.count > 1 { changed.remove(at: place) }
            changed[0].threshold = 0
        }
        let isRising = zip(changed, changed.dropFirst()).allSatisfy { $0.threshold < $1.threshold }
        let isSmaller = changed.count < ladder.count
        if isRising, !isSmaller || dice.happens(50) { ladder = changed }
        return isRising || dice.happens(20) ? changed : ladder
    }

    private func threshold(_ dice: inout Dice) -> Int64 { dice.number(2...60) * 100 * scene.unit }

    private func add(_ ladder: inout [Rules.Rung], _ dice: inout Dice) {
        guard let name = Scene.tiers.first(where: { name in !ladder.contains { $0.name == name } }) else { return }
        if dice.happens(25) {
            ladder[0].threshold = threshold(&dice)
            ladder.append(Rules.Rung(name, from: 0, times: 10_000))
        } else {
            ladder.append(Rules.Rung(name, from: threshold(&dice), times: dice.pick([10_000, 15_000])))
        }
        ladder.sort { $0.threshold < $1.threshold }
    }
}
