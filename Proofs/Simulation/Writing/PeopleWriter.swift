import Model

/// Makes up what is said of people, what they do besides buying, and what the owner does for them.
struct PeopleWriter {
    private let scene: Scene
    private var reports: [Report] = []
    private var favourites: [String] = []

    init(_ scene: Scene) { self.scene = scene }

    /// What the platform says of somebody: at times an address or a number that is another's, too.
    func introduce(_ name: String, _ dice: inout Dice) -> Event { .person(name, Scene.person(name, &dice)) }

    /// Something that may be rewarded, at times once more.
    mutating func report(at now: Int64, _ dice: inout Dice) -> Event {
        if !reports.isEmpty, dice.happens(15) { return .bonus(dice.pick(reports)) }
        let occurredAt = dice.pick(weighed: [
            (60, nil), (36, now - dice.number(0...40 * Calendar.day)), (4, now + Calendar.day),
        ])
        let event = dice.pick(dice.happens(95) ? Scene.events : ["nothing"])
        let report = Report(of: event, "r-\(reports.count % 40)", by: dice.someone(), at: occurredAt)
        reports.append(report)
        return .bonus(report)
    }

    func adjust(_ dice: inout Dice) -> Event {
        let points = dice.pick(weighed: [
            (45, dice.number(1...120)), (45, -dice.number(1...150)), (5, 0), (5, dice.number(1...5)),
        ])
        return .adjust(customer: dice.someone(), points: points, reason: dice.happens(95) ? "a kindness" : "")
    }

    mutating func grant(at now: Int64, _ dice: inout Dice) -> Event {
        let customer = dice.someone()
        favourites.append(customer)
        let today = Int((now + scene.zone) / Calendar.day)
        let days = dice.pick(weighed: [(10, 0), (40, 10), (30, 60), (12, 400), (6, -1), (6, 5 * 366 + 9)])
        return .grant(
            customer: customer, tier: dice.pick(Scene.tiers), lastDay: today + days,
            reason: dice.happens(95) ? "a friend" : "")
    }
}

extension PeopleWriter {
    func revoke(_ dice: inout Dice) -> Event {
        .revoke(customer: dice.happens(80) ? favourites.last ?? "mia" : dice.someone())
    }
}

extension Scene {
    /// Each has an address and a number of their own in many spellings, and some share them.
    static func person(_ name: String, _ dice: inout Dice) -> Person {
        let owner = dice.happens(80) ? name : dice.pick(people)
        let spelled = [
            "\(owner)@example.org", "\(owner.uppercased())@Example.org", " \(owner)@example.org ",
            "\(owner.prefix(1)).\(owner.dropFirst())@example.org", "\(owner)+shop@example.org",
        ]
        let digits = "700 00\(owner.unicodeScalars.reduce(0) { $0 + Int($1.value) })"
        var person = Person()
        if dice.happens(80) { person.email = dice.pick(spelled) }
        if dice.happens(40) { person.phone = dice.pick(["+254 \(digits)", "254-\(digits)", "254\(digits)"]) }
        if dice.happens(70) { person.birthday = birthday(&dice) }
        return person
    }

    private static func birthday(_ dice: inout Dice) -> Int {
        let leapDay = Calendar.day(1996, 2, 29)
        return dice.pick(weighed: [
            (80, leapDay + Int(dice.number(-3_000...3_000))), (15, leapDay), (2, Calendar.day(2090, 1, 1)),
            (3, -30_000),
        ])
    }
}
