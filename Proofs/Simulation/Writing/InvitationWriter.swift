import Model

/// Makes up who invites whom, and what the owner says to it.
struct InvitationWriter {
    private var names: [String] = []

    mutating func invite(_ dice: inout Dice) -> Event {
        let everybody = Scene.people + Scene.newcomers
        let referee = dice.pick(dice.happens(60) ? Scene.newcomers : everybody)
        let referrer = dice.pick(dice.happens(75) ? Scene.people : everybody)
        return invite(referee, by: referrer, from: dice.pick([nil, "10.0.0.1", "10.0.0.2"]))
    }

    mutating func invite(_ referee: String, by referrer: String, from address: String?) -> Event {
        let name = "I-\(names.count + 1)"
        names.append(name)
        return .invite(name, referee: referee, referrer: referrer, address: address)
    }

    func decide(_ dice: inout Dice) -> Event {
        let latest = names.suffix(8)
        let name = latest.isEmpty ? "I-0" : dice.pick(dice.happens(70) ? Array(latest) : names)
        return .decide(invitation: name, isReleased: dice.happens(70))
    }
}
