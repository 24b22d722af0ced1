import Loyalty
import Operations

/// What every page of the till is made with.
struct TillCounter: Sendable {
    let surroundings: Surroundings
    let room: PageRoom
    let guesses: CodeGuesses

    func frame(_ title: String, for context: BackOfficeContext, notice: String? = nil) -> Frame {
        room.backOfficeFrame(title, at: .till, for: context, notice: notice)
    }

    /// How the shop's moments are said to whoever looks.
    func clock(for context: BackOfficeContext) throws -> ShopClock {
        ShopClock(
            zone: try surroundings.zones.zone(named: context.shop.timeZone), now: surroundings.now(),
            wording: room.wording(for: context.visitor))
    }

    /// Looks for a code, unless too many were guessed at by this person, from this address, or in this shop.
    /// - Throws: ``AttemptRejection`` for those who must wait, and whatever looking throws.
    func counting<Answer>(
        for context: BackOfficeContext, _ look: () async throws -> Answer
    ) async throws -> Answer {
        try await guesses.count(
            by: context.entered.caller, from: context.visitor.address, in: context.shop.id, at: surroundings.now(),
            look: look)
    }
}

/// Says moments as people of a shop do.
struct ShopClock: Sendable {
    let zone: Zone
    let now: Instant
    let wording: Wording

    var words: Catalogue { wording.words }
    var today: Day { zone.day(of: now) }

    /// `4 Nov 2026, 14:02`
    func moment(_ instant: Instant) -> String { wording.moment(instant, in: zone) }

    /// How long there still is: `in 12 days`.
    func coming(_ instant: Instant) -> String { wording.coming(zone.day(of: instant), from: today) }
}

/// The places of the till.
enum TillPath {
    static let home = BackOfficePlace.till.path

    static func redemption(_ id: Redemption.ID) -> String { "\(home)/\(pathPart(id.text))" }
    static func cancellation(of id: Redemption.ID) -> String { "\(redemption(id))/cancel" }
    static func member(_ id: Customer.ID) -> String { "\(home)/for/\(pathPart(id.text))" }
    static func reward(_ reward: Reward.ID, for id: Customer.ID) -> String { "\(member(id))/\(pathPart(reward.text))" }
}

extension BackOfficeContext {
    /// The shop, where pages must name it: for forms that are sent by GET, which drop what stands in their path.
    var namedShop: String? { workplaces.count > 1 || workplaces.first != shop ? shop.id.text : nil }
}

/// What somebody is called across a counter: the first word of the name, or the platform's id of somebody without one.
func firstName(_ name: String, _ id: Customer.ID) -> String {
    name.split(separator: " ").first.map(String.init) ?? id.text
}
