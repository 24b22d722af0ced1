import Model

/// Makes up one step after another. It never looks at what comes of them, so that a history is there before it is
/// played.
struct HistoryWriter {
    private(set) var steps: [Step] = []
    private let scene: Scene
    private var dice: Dice
    private var now: Int64
    private var orders: OrderWriter
    private var programs: ProgramWriter
    private var offers: OfferWriter
    private var tickets: [String] = []

    private enum Act { case order, redeem, use, cancel, adjust, program, offer, upkeep }

    private static let weights: [(Int, Act)] = [
        (62, .order), (14, .redeem), (6, .use), (6, .cancel), (6, .adjust), (2, .program), (2, .offer), (4, .upkeep),
    ]

    init(_ scene: Scene, _ dice: Dice, from start: Int64) {
        self.scene = scene
        self.dice = dice
        now = start
        orders = OrderWriter(scene)
        programs = ProgramWriter(scene)
        offers = OfferWriter()
        open()
    }

    mutating func writeNext() {
        passTime()
        switch dice.pick(weighed: HistoryWriter.weights) {
        case .order: write(.order(orders.next(at: now, &dice)))
        case .redeem: writeRedemption()
        case .use: write(.use(ticket: anyTicket()))
        case .cancel: write(.cancel(ticket: anyTicket()))
        case .adjust: writeAdjustment()
        case .upkeep: write(.upkeep)
        case .program: write(.program(programs.next(&dice)))
        case .offer:
            let (name, offer) = offers.next(&dice)
            write(.offer(name, offer))
        }
    }

    /// Most shops begin with a program and offers; some have orders before.
    private mutating func open() {
        if dice.happens(90) { write(.program(programs.first(&dice))) }
        for (name, offer) in offers.first where dice.happens(90) { write(.offer(name, offer)) }
    }

    /// Mostly minutes or hours, at times weeks, and now and then a little back.
    private mutating func passTime() {
        let minute: Int64 = 60_000
        now += dice.pick(weighed: [
            (30, 0), (30, dice.number(1...90) * minute), (25, dice.number(1...60) * 60 * minute),
            (12, dice.number(1...12) * Calendar.day), (2, dice.number(12...120) * Calendar.day),
            (1, dice.number(-40...0) * minute),
        ])
    }

    private mutating func writeRedemption() {
        let ticket = "R-\(tickets.count + 1)"
        tickets.append(ticket)
        write(.redeem(ticket: ticket, customer: dice.pick(Scene.people), offer: dice.pick(Scene.offers)))
    }

    private mutating func writeAdjustment() {
        let points = dice.pick(weighed: [
            (45, dice.number(1...120)), (45, -dice.number(1...150)), (5, 0), (5, dice.number(1...5)),
        ])
        write(
            .adjust(
                customer: dice.pick(Scene.people), points: points, reason: dice.happens(95) ? "a kindness" : ""))
    }

    /// Mostly one of the latest, so that it is often still good.
    private mutating func anyTicket() -> String {
        let latest = tickets.suffix(6)
        return latest.isEmpty ? "R-0" : dice.pick(dice.happens(80) ? Array(latest) : tickets)
    }

    private mutating func write(_ event: Event) { steps.append(Step(at: now, event)) }
}
