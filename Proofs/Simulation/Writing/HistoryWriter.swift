import Model

/// Makes up one step after another. It never looks at what comes of them, so that a history is there before it is
/// played.
struct HistoryWriter {
    private(set) var steps: [Step] = []
    private var dice: Dice
    private var now: Int64
    private var orders: OrderWriter
    private var programs: ProgramWriter
    private var offers = OfferWriter()
    private var checkout = CheckoutWriter()
    private var people: PeopleWriter
    private var invitations = InvitationWriter()
    /// What will follow within minutes: a checkout that was begun is mostly ended.
    private var soon: [Event] = []

    private enum Act {
        case order, claimOrder, redeem, use, cancel, hold, endHold, adjust, bonus, person, join, leave, invite, crowd,
            decide
        case grant, revoke, program, offer, upkeep
    }

    private static let weights: [(Int, Act)] = [
        (490, .order), (20, .claimOrder), (110, .redeem), (30, .use), (30, .cancel), (70, .hold), (12, .endHold),
        (50, .adjust), (40, .bonus), (12, .person), (10, .join), (10, .leave), (45, .invite), (1, .crowd),
        (24, .decide),
        (10, .grant), (6, .revoke), (25, .program), (20, .offer), (45, .upkeep),
    ]

    init(_ scene: Scene, _ dice: Dice, from start: Int64) {
        self.dice = dice
        now = start
        orders = OrderWriter(scene)
        programs = ProgramWriter(scene)
        people = PeopleWriter(scene)
        open()
    }

    mutating func writeNext() {
        if !soon.isEmpty, dice.happens(50) {
            now += dice.number(0...9) * 60_000
            return write(soon.removeFirst())
        }
        passTime()
        switch dice.pick(weighed: HistoryWriter.weights) {
        case .order: write(.order(orders.next(at: now, &dice)))
        case .claimOrder: write(orders.claim(&dice))
        case .redeem:
            write(checkout.redeem(&dice))
            if dice.happens(20) { soon.append(checkout.useLatest(&dice)) }
        case .use: write(checkout.use(&dice))
        case .cancel: write(checkout.cancel(&dice))
        case .hold:
            write(checkout.hold(&dice))
            for _ in 0..<dice.pick([0, 1, 1, 1, 2]) { soon.append(checkout.endHold(&dice)) }
        case .endHold: write(checkout.endHold(&dice))
        case .adjust: write(people.adjust(&dice))
        case .bonus: write(people.report(at: now, &dice))
        case .person: write(people.introduce(dice.someone(), &dice))
        case .join: write(.join(customer: dice.someone()))
        case .leave: write(.leave(customer: dice.someone()))
        case .invite: write(invitations.invite(&dice))
        case .crowd: writeCrowd()
        case .decide: write(invitations.decide(&dice))
        case .grant: write(people.grant(at: now, &dice))
        case .revoke: write(people.revoke(&dice))
        case .program: write(.program(programs.next(&dice)))
        case .offer: write(offers.next(&dice))
        case .upkeep: write(.upkeep)
        }
    }

    /// Most shops begin with a program, offers and people who are known; some have orders before.
    private mutating func open() {
        if dice.happens(90) { write(.program(programs.first(&dice))) }
        for (name, offer) in offers.first where dice.happens(90) { write(.offer(name, offer)) }
        for name in Scene.people where dice.happens(70) { write(people.introduce(name, &dice)) }
    }

    /// Many who claim one code from one address, at once or within some days.
    private mutating func writeCrowd() {
        let referrer = dice.pick(Scene.people)
        let gap = dice.pick([0, 60_000, Calendar.day * 4 / 5])
        for name in Scene.crowd {
            write(invitations.invite(name, by: referrer, from: "10.0.0.9"))
            now += gap
        }
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

    private mutating func write(_ event: Event) { steps.append(Step(at: now, event)) }
}

extension Dice {
    /// Mostly one of those who often come.
    mutating func someone() -> String { pick(happens(80) ? Scene.people : Scene.newcomers) }
}
