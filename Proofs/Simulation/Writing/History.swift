import Model

/// A random life of a shop, made of a seed alone.
struct History: Sendable {
    let seed: Int
    let scene: Scene
    var steps: [Step]

    /// Noon of 6 May 2024, a leap year, so that histories cross a year's end or two.
    private static let start = Int64(Calendar.day(2024, 5, 6)) * Calendar.day + Calendar.day / 2

    init(seed: Int, stepCount: Int) {
        var dice = Dice(seed: seed)
        scene = Scene(&dice)
        var writer = HistoryWriter(scene, dice, from: History.start)
        while writer.steps.count < stepCount { writer.writeNext() }
        self.seed = seed
        steps = writer.steps
    }

    private init(_ other: History, _ steps: [Step]) {
        (seed, scene) = (other.seed, other.scene)
        self.steps = steps
    }

    /// The same history without some of its steps.
    func without(_ dropped: Range<Int>) -> History {
        var rest = steps
        rest.removeSubrange(dropped)
        return History(self, rest)
    }

    func prefix(_ count: Int) -> History { History(self, Array(steps.prefix(count))) }
}
